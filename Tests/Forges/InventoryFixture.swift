package import ChainKit
package import ExchangeExports
package import ExchangeKit
package import TestSupport

/// An audit of certificate files beside an inventory.
package struct InventoryFixture {
    package let root = Forge.authority("Alpha Root")
    package let issuing: ForgedCertificate
    package let leaf: ForgedCertificate
    package var files: [AuditInput] = []
    package var exports: [ExportedObject] = []

    package init() {
        issuing = root.authority("Alpha CA 1")
        leaf = issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
    }

    /// A record of the leaf on a server, its octets left out.
    package func record(on server: String, services: String = "IIS, SMTP", line: Int = 1) throws
        -> ExportedObject
    {
        .forged(
            [
                "Identity": .text("\(server)\\\(try leaf.certificate.thumbprint.hexadecimal)"),
                "Services": .text(services), "HasPrivateKey": .flag(true), "RootCAType": .text("ThirdParty"),
            ],
            line: line
        )
    }

    package var content: InventoryContent {
        var assembly = InventoryAssembly()
        assembly.add(ExportFile(ExportContent(format: .clixml, objects: exports), path: "export.xml"))
        return assembly.finish()
    }

    @discardableResult
    package func run(_ observer: inout some AuditObserver) throws -> AuditSummary {
        let content = content
        let audit = Audit(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            time: Instant(seconds: 1_767_225_600 + 86_400 * 100),
            references: [ReferenceIdentifier("mail.contoso.com")].compactMap { $0 },
            options: Audit.Options(
                installed: content.inventory.certificates,
                conclude: { [inventory = content.inventory] summary, found in
                    var inventory = inventory
                    for certificate in found.installed { inventory.supply(certificate) }
                    summary.missing = inventory.missingExports
                }
            )
        )
        let inputs = files + content.files.map { .content($0) }
        return try audit.run(inputs, names: ["in"], observer: &observer)
    }

    package func collect() throws -> AuditCollection {
        var collection = AuditCollection()
        try run(&collection)
        return collection
    }
}
