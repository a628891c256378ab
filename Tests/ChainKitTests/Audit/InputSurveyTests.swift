import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Authority hint")
struct AuthorityHintTests {
    private func mayBeAuthority(_ certificate: ForgedCertificate) throws -> Bool {
        AuthorityHint.mayBeAuthority(
            certificate.der,
            layout: try #require(CertificateLayout(certificate.der))
        )
    }

    @Test func passesOverNoAuthority() throws {
        #expect(try mayBeAuthority(Forge.authority("Root")))
        #expect(try mayBeAuthority(Forge.authority("Root") { $0.pathLength = 0 }))
        #expect(try mayBeAuthority(Forge.selfSigned("old") { $0.version = 1 }))
    }

    @Test func passesOverServerCertificates() throws {
        #expect(try !mayBeAuthority(Forge.selfSigned("a.example")))
        #expect(try !mayBeAuthority(Forge.selfSigned("a.example") { $0.isAuthority = nil }))
    }

    @Test func agreesWithTheParseOnEveryRootOfTheList() throws {
        let list = try MicrosoftRootList.embedded()
        for entry in list.entries {
            let certificate = try #require(list.certificate(of: entry.thumbprint))
            let layout = try #require(CertificateLayout(certificate.der))
            #expect(!certificate.isAuthority || AuthorityHint.mayBeAuthority(certificate.der, layout: layout))
        }
    }
}
