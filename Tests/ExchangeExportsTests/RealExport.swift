import ExchangeExports
import Foundation
import Testing

/// The real exports in Tests/Fixtures/exchange.
enum RealExport {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/exchange")

    static let names = [
        "GetAcceptedDomain", "GetExchangeCertificate", "GetExchangeCertificateBroken",
        "GetExchangeCertificateIncomplete", "GetExchangeCertificateWithoutAuth", "GetHybridConfiguration",
        "GetReceiveConnector", "GetSendConnector",
    ]

    static func octets(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name + ".xml")))
    }

    static func read(_ name: String) throws -> ExportContent {
        CliXMLReader().read(try octets(name), path: name + ".xml")
    }

    /// What the certificates of an export have in `SerializationData`.
    static func streams(_ name: String) throws -> [[UInt8]] {
        try read(name).objects.compactMap { $0["SerializationData"]?.octets }
    }
}

extension ExportedValue {
    var octets: [UInt8]? { if case .octets(let octets) = self { octets } else { nil } }
    var object: ExportedObject? { if case .object(let object) = self { object } else { nil } }
    var items: [ExportedValue]? { if case .list(let items, _) = self { items } else { nil } }
}
