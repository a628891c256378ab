import Forges
import TestSupport
import Testing

@testable import ChainKit

struct MalformedCertificateTests {
    private let root = Forge.authority("Alpha Root")
    private let broken = ForgedExtension("certificatePolicies", value: [0x05, 0x00])

    private func findings(_ subject: Subject) -> [Finding] { MalformedCertificate().findings(in: subject) }

    @Test func passesAWellFormedCertificate() throws {
        #expect(findings(try .forged(root.issue("mail"), under: [root])).isEmpty)
    }

    @Test func flagsTheCertificateOnATrustedPath() throws {
        let leaf = root.issue("mail") { $0.extensions = [broken] }
        let found = findings(try .forged(leaf, under: [root]))
        #expect(found.map(\.message) == ["the value of extension 2.5.29.32 does not decode"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsAnIssuerOfAFailedPath() throws {
        let issuing = root.authority("Alpha CA 1") { $0.extensions = [broken] }
        let found = findings(try .forged(issuing.issue("mail"), under: [root], beside: [issuing]))
        #expect(
            found.map(\.message) == [
                "in the issuer \"CN=Alpha CA 1\": the value of extension 2.5.29.32 does not decode"
            ]
        )
    }
}
