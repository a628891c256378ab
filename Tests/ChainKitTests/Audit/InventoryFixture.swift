import ExchangeExports
import TestSupport

@testable import ChainKit

/// An audit of certificate files beside an inventory.
struct InventoryFixture {
    let root = Forge.authority("Alpha Root")
    let issuing: ForgedCertificate
    let leaf: ForgedCertificate
    var files: [AuditInput] = []
    var exports: [ExportedObject] = []

    init() {
        issuing = root.authority("Alpha CA 1")
        leaf = issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
    }

    /// A record of the leaf on a server, its octets left out.
    func record(on server: String, services: String = "IIS, SMTP", line: Int = 1) throws -> ExportedObject {
        .forged(
            [
                "Identity": .text("\(server)\\\(try leaf.certificate.thumbprint.hexadecimal)"),
                "Services": .text(services), "HasPrivateKey": .flag(true), "RootCAType": .text("ThirdParty"),
            ],
            line: line
        )
    }

    var content: InventoryContent {
        var assembly = InventoryAssembly()
        assembly.add(ExportFile(ExportContent(format: .clixml, objects: exports), path: "export.xml"))
        return assembly.finish()
    }

    @discardableResult
    func run(_ observer: inout some AuditObserver) throws -> AuditSummary {
        let content = content
        let audit = Audit(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            time: Instant(seconds: 1_767_225_600 + 86_400 * 100),
            references: [ReferenceIdentifier("mail.contoso.com")].compactMap { $0 },
            inventory: content.inventory
        )
        let inputs = files + content.files.map { .content($0) }
        return try audit.run(inputs, names: ["in"], observer: &observer)
    }

    func collect() throws -> AuditCollection {
        var collection = AuditCollection()
        try run(&collection)
        return collection
    }
}
