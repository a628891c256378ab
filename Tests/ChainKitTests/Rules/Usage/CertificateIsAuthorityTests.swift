import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateIsAuthorityTests {
    @Test func passesAServer() throws {
        #expect(CertificateIsAuthority().findings(in: try .forged(Forge.selfSigned("mail"))).isEmpty)
    }

    @Test func warnsOfAnAuthority() throws {
        let leaf = Forge.selfSigned("mail") { $0.isAuthority = true }
        let found = CertificateIsAuthority().findings(in: try .forged(leaf))
        #expect(found.map(\.message) == ["basicConstraints says that \"CN=mail\" is an authority"])
        #expect(found.first?.severity == .warning)
    }
}
