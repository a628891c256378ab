import Forges
import TestSupport
import Testing

@testable import ChainKit

/// What OpenSSL refuses and is shown all the same must never be taken for good.
@Suite("Audit of damaged certificates")
struct AuditDamageTests {
    private let root = Forge.authority("Alpha Root")

    /// A certificate with an element replaced and signed anew: its signature holds.
    private func resigned(
        _ certificate: ForgedCertificate,
        by issuer: ForgedCertificate,
        _ old: [UInt8],
        _ new: [UInt8]
    ) throws -> [UInt8] {
        let octets = certificate.replacing(old, with: new)
        let layout = try #require(CertificateLayout(octets))
        let signedPart = Array(octets[layout.signedPart])
        let signature = DERWriter.element(0x03, [0] + issuer.key.sign(signedPart))
        return DERWriter.sequence(
            signedPart,
            DERWriter.sequence(DERWriter.identifier("ecdsa-with-SHA256")),
            signature
        )
    }

    private func damagedName(_ text: String) -> [UInt8] {
        let value = DERWriter.element(0x0c, Array(text.utf8) + [0xff])
        return DERWriter.sequence(DERWriter.set(DERWriter.sequence(DERWriter.identifier("CN"), value)))
    }

    @Test func findsADamagedCertificateIneligibleThoughItsPathIsGood() throws {
        let leaf = root.issue("mail.contoso.com")
        let octets = try resigned(leaf, by: root, leaf.name, damagedName("mail"))
        let folder = TemporaryFolder()
        folder.write(octets, to: "a.cer")
        let audit = try audit(folder, anchors: [root])
        let record = try #require(audit.certificates.first)
        #expect(record.search.trusted != nil)
        #expect(record.verdict == .ineligible)
        #expect(record.score == .zero)
        #expect(record.rules.contains("malformed-certificate"))
        let file = try #require(audit.files.first)
        #expect(file.certificates == 1)
        #expect(file.worstProblem?.detail.hasPrefix("certificate 1 is damaged: subject does not") == true)
    }

    @Test func takesADamagedAuthorityForNobodysIssuer() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let name = damagedName("Alpha Issuing CA")
        let authority = try resigned(issuing, by: root, issuing.name, name)
        let child = issuing.issue("mail.contoso.com")
        let leaf = try resigned(child, by: issuing, issuing.name, name)
        let folder = TemporaryFolder()
        folder.write(authority, to: "authority.cer")
        folder.write(leaf, to: "leaf.cer")
        let digest = SHA256Digest(of: leaf)
        let found = try audit(folder, anchors: [root])
        let record = try #require(found.certificates.first { $0.certificate.sha256 == digest })
        #expect(record.verdict == .ineligible)
        #expect(record.search.trusted == nil)
        #expect(record.search.attempts.allSatisfy { $0.path.certificates.count == 1 })
        #expect(throws: CertificateError.self) { try Certificate(der: authority) }
    }
}
