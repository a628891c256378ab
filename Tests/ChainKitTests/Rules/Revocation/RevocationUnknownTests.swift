import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RevocationUnknownTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesWhatIsKnown() throws {
        let list = root.revocationList { _ in }
        let subject = try Subject.forged(root.issue("mail"), under: [root]).checked(
            against: [list],
            under: [root]
        )
        #expect(RevocationUnknown().findings(in: subject).isEmpty)
    }

    @Test func notesEachCertificateOfThePathThatNoListCovers() throws {
        let issuing = root.authority("Alpha CA 1")
        let list = root.revocationList { _ in }
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
            .checked(against: [list], under: [root], beside: [issuing])
        let found = RevocationUnknown().findings(in: subject)
        #expect(found.map(\.message) == ["\"CN=mail\": no revocation list or response for it is here"])
        #expect(found.first?.severity == .note)
        #expect(subject.search.trusted != nil)
    }

    @Test func leavesListsThatHaveRunOutToTheirOwnRule() throws {
        let list = root.revocationList { $0.nextUpdate = "260515000000Z" }
        let subject = try Subject.forged(root.issue("mail"), under: [root]).checked(
            against: [list],
            under: [root]
        )
        #expect(RevocationUnknown().findings(in: subject).isEmpty)
    }
}
