import ChainKit
import TestSupport
import Testing

/// The forge makes what it says, or every test above it is worth nothing.
struct ForgeTests {
    @Test func issuesACertificateThatNamesItsIssuer() throws {
        let root = Forge.authority("Alpha Root")
        let leaf = root.issue("mail.contoso.com", names: ["mail.contoso.com", "*.contoso.com"])
        let certificate = try Certificate(der: leaf.der)
        #expect(certificate.issuer == (try Certificate(der: root.der).subject))
        #expect(certificate.subjectAlternativeNames.count == 2)
        #expect(certificate.encodingDefects.isEmpty)
        #expect(certificate.version == 3)
        #expect(try Certificate(der: root.der).isAuthority)
    }

    @Test(arguments: [ForgedHash.md5, .sha1, .sha256, .sha384, .sha512])
    func signsWithEveryHash(_ hash: ForgedHash) throws {
        let leaf = Forge.selfSigned("mail.contoso.com") {
            $0.key = .kept(.rsa(1_024))
            $0.hash = hash
        }
        _ = try Certificate(der: leaf.der)
    }

    @Test func writesVersion1WithoutExtensions() throws {
        let leaf = Forge.authority("Old Root") { $0.version = 1 }
        let certificate = try Certificate(der: leaf.der)
        #expect(certificate.version == 1)
        #expect(certificate.extensions.isEmpty)
    }

    @Test func writesContainers() {
        let root = Forge.authority("Alpha Root")
        let leaf = root.issue("mail.contoso.com")
        #expect(!leaf.pkcs12(password: "secret", others: [root]).isEmpty)
        #expect(!leaf.pkcs12(password: "", style: .legacyRC2).isEmpty)
        #expect(!leaf.pkcs12(password: nil, style: .legacy3DES).isEmpty)
        #expect(!ForgedCertificate.pkcs7([leaf, root]).isEmpty)
        #expect(!leaf.request.isEmpty)
        #expect(!root.revocationList.isEmpty)
        #expect(!leaf.key.encryptedDER(password: "secret").isEmpty)
        #expect(!leaf.key.pkcs8DER.isEmpty)
    }
}
