import ChainKit

@testable import Reports

enum AuditTarget {
    static func run(_ octets: [UInt8]) {
        let content = FileTarget.reader.read(octets, path: "fuzz")
        guard (1...40).contains(content.certificates.count) else { return }
        let roots = content.certificates.compactMap { try? Certificate(der: $0.der) }.filter(\.isSelfIssued)
        let audit = Audit(
            trust: .anchors(PrivateAnchors(roots)),
            time: Instant(seconds: 1_800_000_000),
            references: ["mail.contoso.com", "*.contoso.com", "192.0.2.1"].compactMap {
                ReferenceIdentifier($0)
            },
            options: Audit.Options(
                reader: FileTarget.reader
            )
        )
        var output: [UInt8] = []
        report(audit, octets, JSONReport(toolVersion: "fuzz", includesPEM: true) { output += $0 })
        FileTarget.requireJSON(output)
        report(audit, octets, NDJSONReport(toolVersion: "fuzz") { _ in })
        report(audit, octets, CSVReport { _ in })
        var text: [UInt8] = []
        var options = TextReport.Options()
        options.explains = true
        let writer = TextReport(toolVersion: "fuzz", style: .plain, options: options) { text += $0 }
        report(audit, octets, writer)
        FileTarget.requirePrintable(text)
    }

    private static func report(_ audit: Audit, _ octets: [UInt8], _ observer: some AuditObserver) {
        var observer = observer
        do {
            try audit.run([.octets(octets, name: "fuzz")], names: ["fuzz"], observer: &observer)
        } catch {
            require(false, "\(error)")
        }
    }
}
