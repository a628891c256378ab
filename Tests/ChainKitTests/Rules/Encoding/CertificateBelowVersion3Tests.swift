import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateBelowVersion3Tests {
    @Test func passesVersion3() throws {
        #expect(CertificateBelowVersion3().findings(in: try .forged(Forge.selfSigned("mail"))).isEmpty)
    }

    @Test(arguments: [1, 2]) func flagsOlderVersions(_ version: Int) throws {
        let leaf = Forge.selfSigned("mail.contoso.com") { $0.version = version }
        let found = CertificateBelowVersion3().findings(in: try .forged(leaf))
        #expect(found.map(\.message) == ["the certificate is of X.509 version \(version)"])
        #expect(found.first?.severity == .error)
    }
}
