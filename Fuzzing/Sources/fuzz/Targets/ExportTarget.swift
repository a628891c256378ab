import Foundation

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// A file of Exchange's exports, from the octets to the diagnosis and everything written about it.
enum ExportTarget {
    static func run(_ octets: [UInt8]) {
        // No text begins with a zero, and Exchange's own serialisation does. A fuzzer cannot keep base64 whole, so
        // this puts it where it stands in an export.
        let file = octets.first == 0 ? serialized(octets) : octets
        let content = InventoryReader(reader: FileTarget.reader).read([(path: "fuzz", octets: file)])
        require(content.files.count == 1, "\(content.files.count) records of one file")
        for file in content.files {
            require(file.record.certificates == file.certificates.count, "the record counts otherwise")
            FileTarget.inspect(file)
        }
        diagnose(content)
    }

    private static func serialized(_ octets: [UInt8]) -> [UInt8] {
        let text = """
            <Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN \
            RefId="0"><T>Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate</T></TN><MS>\
            <BA N="SerializationData">\(Data(octets).base64EncodedString())</BA></MS></Obj></Objs>
            """
        return Array(text.utf8)
    }

    private static func diagnose(_ content: InventoryContent) {
        let inventory = content.inventory
        guard inventory != ExchangeInventory() else { return }
        let certificates = inventory.certificates.compactMap(\.certificate)
        let roots = PrivateAnchors(certificates.filter(\.isSelfIssued))
        let diagnosis = Diagnostician(trust: .anchors(roots)).diagnose(
            inventory,
            at: Instant(seconds: 1_800_000_000)
        )
        let report = ExchangeReport(
            inputs: ["fuzz"],
            trust: "your anchors",
            files: content.files.map(\.record),
            diagnosis: diagnosis
        )
        FileTarget.requireJSON(ExchangeJSON(toolVersion: "fuzz").document(report))
        requireLines(ExchangeCSV().document(report))
        requireLines(RemedyScript(toolVersion: "fuzz").octets(diagnosis))
        var options = ExchangeText.Options()
        options.explains = true
        let text = ExchangeText(toolVersion: "fuzz", style: .plain, options: options)
        FileTarget.requirePrintable(Array(text.page(report).utf8))
    }

    /// Text with the line ends of Windows and no other control characters.
    private static func requireLines(_ octets: [UInt8]) {
        var previous: UInt8 = 0
        for octet in octets {
            require((octet == 0x0a) == (previous == 0x0d), "a line end that is none of Windows'")
            previous = octet
        }
        FileTarget.requirePrintable(octets.filter { $0 != 0x0d })
    }
}
