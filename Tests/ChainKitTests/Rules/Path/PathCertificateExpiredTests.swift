import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PathCertificateExpiredTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ adjust: (inout CertificateTemplate) -> Void) throws -> [Finding] {
        let issuing = root.authority("Alpha CA 1", adjust)
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        return PathCertificateExpired().findings(in: subject)
    }

    @Test func passesIssuersThatAreValid() throws {
        #expect(try findings { $0.notAfter = "20260601000000Z" }.isEmpty)
    }

    @Test func flagsAnIssuerThatHasExpired() throws {
        let found = try findings { $0.notAfter = "20260531235959Z" }
        #expect(found.map(\.message) == ["\"CN=Alpha CA 1\" expired on 2026-05-31"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsAnIssuerThatIsNotYetValid() throws {
        let found = try findings { $0.notBefore = "20260602000000Z" }
        #expect(found.map(\.message) == ["\"CN=Alpha CA 1\" is valid from 2026-06-02 on"])
    }

    @Test func leavesTheCertificateItselfToOtherRules() throws {
        let leaf = root.issue("mail") { $0.notAfter = "20260201000000Z" }
        let subject = try Subject.forged(leaf)
        #expect(subject.failedSearch != nil)
        #expect(PathCertificateExpired().findings(in: subject).isEmpty)
    }
}
