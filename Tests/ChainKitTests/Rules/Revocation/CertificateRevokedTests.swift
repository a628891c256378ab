import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateRevokedTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(reason: Int?, revoked: Bool = true) throws -> [Finding] {
        let leaf = root.issue("mail")
        let list = root.revocationList(revoking: revoked ? [leaf] : [], reason: reason)
        let subject = try Subject.forged(leaf, under: [root]).checked(against: [list], under: [root])
        #expect(revoked == (subject.search.trusted == nil))
        return CertificateRevoked().findings(in: subject)
    }

    @Test func passesWhatTheListLeavesOut() throws {
        #expect(try findings(reason: nil, revoked: false).isEmpty)
    }

    @Test func flagsWithDateAndReason() throws {
        let found = try findings(reason: 1)
        #expect(
            found.map(\.message) == [
                "\"CN=mail\" is revoked since 2026-02-01T00:00:00Z, reason keyCompromise"
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func flagsWithoutAReason() throws {
        #expect(
            try findings(reason: nil).map(\.message) == ["\"CN=mail\" is revoked since 2026-02-01T00:00:00Z"]
        )
    }
}
