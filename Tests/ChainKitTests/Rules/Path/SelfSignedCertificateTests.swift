import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SelfSignedCertificateTests {
    private func findings(_ subject: Subject) -> [Finding] { SelfSignedCertificate().findings(in: subject) }

    @Test func passesAnIssuedCertificate() throws {
        let root = Forge.authority("Alpha Root")
        #expect(findings(try .forged(root.issue("mail"), beside: [root])).isEmpty)
    }

    @Test func passesOneThatIsATrustAnchor() throws {
        let leaf = Forge.selfSigned("EX01")
        #expect(findings(try .forged(leaf, under: [leaf])).isEmpty)
    }

    @Test func flagsOneThatIsNone() throws {
        let found = findings(try .forged(Forge.selfSigned("EX01")))
        #expect(found.map(\.message) == ["\"CN=EX01\" signed itself and is no trusted root"])
        #expect(found.first?.severity == .error)
    }
}
