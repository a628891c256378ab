import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RevocationListStaleTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ lists: [UInt8]...) throws -> [Finding] {
        let subject = try Subject.forged(root.issue("mail"), under: [root]).checked(
            against: lists,
            under: [root]
        )
        return RevocationListStale().findings(in: subject)
    }

    @Test func passesACurrentList() throws {
        #expect(try findings(root.revocationList { _ in }).isEmpty)
    }

    @Test func notesAListThatHasRunOut() throws {
        let found = try findings(root.revocationList { $0.nextUpdate = "260515000000Z" })
        #expect(
            found.map(\.message) == [
                "\"CN=mail\": the newest list or response for it ran out on 2026-05-15T00:00:00Z"
            ]
        )
        #expect(found.first?.severity == .note)
    }
}
