import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IssuerRevokedTests {
    private let root = Forge.authority("Alpha Root")

    @Test func flagsAnAuthorityThatWasRevoked() throws {
        let issuing = root.authority("Alpha CA 1")
        let list = root.revocationList(revoking: [issuing], reason: 2)
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
            .checked(against: [list], under: [root], beside: [issuing])
        let found = IssuerRevoked().findings(in: subject)
        #expect(
            found.map(\.message) == [
                "\"CN=Alpha CA 1\" is revoked since 2026-02-01T00:00:00Z, reason cACompromise"
            ]
        )
        #expect(found.first?.severity == .error)
        #expect(CertificateRevoked().findings(in: subject).isEmpty)
    }

    @Test func passesWhereAnotherWayIsGood() throws {
        let old = root.authority("Alpha CA 1")
        let new = root.authority("Alpha CA 1") { $0.key = old.key }
        let list = root.revocationList(revoking: [old])
        let subject = try Subject.forged(old.issue("mail"), under: [root], beside: [old, new])
            .checked(against: [list], under: [root], beside: [old, new])
        #expect(IssuerRevoked().findings(in: subject).isEmpty)
        #expect(subject.search.trusted != nil)
    }
}
