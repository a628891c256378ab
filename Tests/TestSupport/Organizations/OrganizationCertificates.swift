/// Certificates of many kinds that made-up organisations install.
package struct OrganizationCertificates: Sendable {
    /// A certificate with what an export says of it beside the octets.
    package struct Entry: Sendable {
        package let forged: ForgedCertificate
        package let subject: String
        package let issuer: String
        package let names: [String]
        package let rootCAType: String

        /// The thumbprint, 40 digits in upper case.
        package var thumbprint: String { forged.thumbprint }
        /// The name by which a connector is pinned to it.
        package var tlsCertificateName: String { "<I>\(issuer)<S>\(subject)" }
    }

    /// The public root.
    package let root = Forge.authority("Public Root")
    /// Every certificate that a server may have.
    package let entries: [Entry]

    /// Issues them all.
    package init() {
        let key = ForgedKey.kept(.rsa(2_048))
        let own = Forge.authority("Contoso Root")
        let hidden = root.authority("Public CA 1")
        var serial: UInt8 = 0
        func make(
            _ issuer: ForgedCertificate,
            _ issuerName: String,
            _ name: String,
            store: String = "ThirdParty",
            names: [String]? = nil,
            _ adjust: (inout CertificateTemplate) -> Void = { _ in }
        ) -> Entry {
            serial += 1
            let forged = issuer.issue(name, names: names) {
                $0.key = key
                $0.serial = [serial]
                adjust(&$0)
            }
            return Entry(
                forged: forged,
                subject: "CN=\(name)",
                issuer: "CN=\(issuerName)",
                names: names ?? [name],
                rootCAType: store
            )
        }
        var all = [
            make(root, "Public Root", "mail.contoso.com"),
            // A renewal, and one that ends last and begins first.
            make(root, "Public Root", "mail.contoso.com") { $0.notBefore = "20260501000000Z" },
            make(root, "Public Root", "mail.contoso.com") {
                $0.notBefore = "20251201000000Z"
                $0.notAfter = "20270201000000Z"
            },
            make(root, "Public Root", "*.contoso.com") { $0.notBefore = "20260301000000Z" },
            make(root, "Public Root", "smtp.contoso.com", names: ["smtp.contoso.com", "mail.contoso.com"]),
            make(root, "Public Root", "mail.fabrikam.com"),
            make(own, "Contoso Root", "mail.contoso.com", store: "Enterprise") {
                $0.notBefore = "20260401000000Z"
            },
            make(own, "Contoso Root", "*.contoso.com", store: "Registry"),
            // Expired, not valid yet, and with an issuer that nobody exported.
            make(root, "Public Root", "mail.contoso.com") { $0.notAfter = "20260401000000Z" },
            make(root, "Public Root", "mail.contoso.com") { $0.notBefore = "20260801000000Z" },
            make(hidden, "Public CA 1", "mail.contoso.com"),
            make(root, "Public Root", "mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] },
        ]
        for server in ["EX01", "EX02", "EX03"] {
            let forged = Forge.selfSigned(server) {
                $0.key = key
                $0.names = [server, "\(server).contoso.local"]
            }
            all.append(
                Entry(
                    forged: forged,
                    subject: "CN=\(server)",
                    issuer: "CN=\(server)",
                    names: [server, "\(server).contoso.local"],
                    rootCAType: "Registry"
                )
            )
        }
        entries = all
    }
}
