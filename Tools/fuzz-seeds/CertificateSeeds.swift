import ChainKit
import Foundation
import TestSupport

/// The seeds for what reads certificates, keys, containers and lists.
struct CertificateSeeds {
    let folder: SeedFolder
    private let root = Forge.authority("Alpha Root") { $0.pathLength = 2 }

    init(_ folder: SeedFolder) { self.folder = folder }

    func writeAll() throws {
        writeCertificates()
        writeContainers()
        writePrivateKeys()
        writeWhatIsInTheRepository()
        try writeAShortRootList()
        try writeCases()
        writeTexts()
    }

    private func writeCertificates() {
        let constraints = DERWriter.sequence(
            DERWriter.element(0xa0, DERWriter.sequence(DERWriter.element(0x82, Array("contoso.com".utf8))))
        )
        let issuing = root.authority("Alpha Issuing CA") {
            $0.extensions = [ForgedExtension("nameConstraints", isCritical: true, value: constraints)]
        }
        let leaf = issuing.issue("mail.contoso.com", names: ["*.contoso.com", "mail.contoso.com"]) {
            $0.addresses = [[192, 0, 2, 1]]
            $0.emails = ["postmaster@contoso.com"]
            $0.subject = [("C", "DE"), ("O", "Contoso \u{e9}"), ("CN", "mail.contoso.com")]
        }
        let rsa = root.issue("rsa.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let edwards = Forge.selfSigned("ed.contoso.com") { $0.key = .fresh(.ed25519) }
        let old = Forge.selfSigned("old.contoso.com") { $0.version = 1 }
        for certificate in [root, issuing, leaf, rsa, edwards, old] {
            folder.write(certificate.der, for: "certificate", "file")
            folder.write(Array(certificate.pem.utf8), for: "file")
        }
        folder.write(Array((leaf.pem + issuing.pem + root.pem).utf8), for: "audit", "file")
        folder.write(leaf.der + issuing.der + root.der, for: "audit", "file")
    }

    private func writeContainers() {
        let leaf = root.issue("mail.contoso.com")
        folder.write(ForgedCertificate.pkcs7([leaf, root]), for: "pkcs7", "file", "audit")
        for style in [ForgedPKCS12Style.modern, .legacy3DES, .legacyRC2] {
            for password in ["", "secret", nil] {
                let archive = leaf.pkcs12(password: password, others: [root], style: style, iterations: 1)
                folder.write(archive, for: "pkcs12")
            }
        }
        folder.write(leaf.request, for: "file", "request")
        folder.write(root.revocationList, for: "file", "revocation")
        folder.write(root.revocationList(revoking: [leaf], reason: 1), for: "revocation")
        folder.write(root.revocationList { $0.deltaBase = 3 }, for: "revocation")
    }

    private func writePrivateKeys() {
        for kind in [ForgedKeyKind.rsa(1_024), .p256, .ed25519] {
            let key = ForgedKey.kept(kind)
            folder.write(key.pkcs8DER, for: "private-key")
            folder.write(key.traditionalDER, for: "private-key")
            folder.write(Array(PEMWriter.block("PRIVATE KEY", key.pkcs8DER).utf8), for: "private-key", "file")
        }
    }

    private func writeWhatIsInTheRepository() {
        for name in ["Examples/contoso/certs", "Examples/real/certs"] {
            for file in folder.files(below: folder.repository.appending(path: name)) {
                folder.write(file, for: "file", "audit")
            }
        }
        for file in folder.files(below: folder.repository.appending(path: "../shared/suites")) {
            let target =
                switch FileContentKind(file) {
                case .privateKey: "private-key"
                case .pkcs12: "pkcs12"
                case .pkcs7: "pkcs7"
                case .other: "file"
                }
            folder.write(file, for: target)
            for certificate in InputReader().read(file, path: "seed").certificates {
                folder.write(certificate.der, for: "certificate")
            }
        }
    }

    /// Microsoft's list with few of its entries: the whole of it is longer than a fuzzer's input should be.
    private func writeAShortRootList() throws {
        let octets = EmbeddedRoots.list
        let list = try CertificateTrustList(octets)
        guard let start = list.entries.first?.encoding.startIndex,
            let end = list.entries.last?.encoding.endIndex
        else { throw SeedError(words: "the embedded root list has no entries") }
        for entries in [list.entries.prefix(3), list.entries.suffix(8)] {
            // The tag and length of the entries take five octets.
            let content =
                octets[list.signedContent.lowerBound..<start - 5]
                + DERWriter.sequence(entries.flatMap { Array($0.encoding) })
                + octets[end..<list.signedContent.upperBound]
            let signed = DERWriter.sequence(
                DERWriter.integer(1),
                DERWriter.set(),
                DERWriter.sequence(
                    DERWriter.identifier("1.3.6.1.4.1.311.10.1"),
                    DERWriter.element(0xa0, DERWriter.sequence(Array(content)))
                ),
                DERWriter.element(0xa0, root.der),
                DERWriter.set()
            )
            let message = DERWriter.sequence(
                DERWriter.identifier("1.2.840.113549.1.7.2"),
                DERWriter.element(0xa0, signed)
            )
            guard try CertificateTrustList(message).entries.count == entries.count else {
                throw SeedError(words: "the short root list is not read as one")
            }
            folder.write(message, for: "root-list")
        }
    }

    private func writeCases() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com") { $0.addresses = [[192, 0, 2, 1]] }
        let plain: [String: Any] = [
            "id": "1", "validation_time": "2026-06-01T00:00:00Z", "leaf": leaf.pem, "roots": [root.pem],
            "intermediates": [issuing.pem],
        ]
        let lists = [root.revocationList, issuing.revocationList(revoking: [leaf])].map {
            PEMWriter.block("X509 CRL", $0)
        }
        let additions: [[String: Any]] = [
            [:], ["host": ["dns": "mail.contoso.com"], "purpose": "server"],
            ["host": ["ip": "192.0.2.1"], "purpose": "client"], ["crls": lists], ["crls": lists[0]],
            ["policy": ["initial": ["2.5.29.32.0"], "explicit": true, "inhibit_any": true]],
            ["max_chain_depth": 0, "purpose": "any", "host": NSNull()],
        ]
        for addition in additions {
            let object = plain.merging(addition) { $1 }
            folder.write(Array(try JSONSerialization.data(withJSONObject: object)), for: "case")
        }
    }

    private func writeTexts() {
        for text in [
            "mail.contoso.com\n*.contoso.com\n.contoso.com", "192.0.2.1\n\u{c0}\u{0}\u{2}\u{1}",
            "b\u{fc}ro.example\nxn--bro-hoa.example", "https://user@mail.contoso.com:443/\ncontoso.com",
            "postmaster@contoso.com\ncontoso.com", "2001:db8::192.0.2.1\n1.3.6.1.4.1.311.10.11.104",
        ] {
            folder.write(Array(text.utf8), for: "names")
        }
        for text in [
            "2026-11-23T12:00:00Z", "2026-11-23", "2026-11-23t12:00:00.123456789+01:30", "261123120000Z",
            "20261123120000Z", "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{1}",
        ] {
            folder.write(Array(text.utf8), for: "time")
        }
        for text in ["*.pem\na/b.pem", "**/[!a-c]?*\\*.cer\na/d1*.cer", "[]a]**b\n]xb"] {
            folder.write(Array(text.utf8), for: "glob")
        }
    }
}
