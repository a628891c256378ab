import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PathSearchCutShortTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ adjust: (inout PathBudget) -> Void) throws -> [Finding] {
        var budget = PathBudget()
        adjust(&budget)
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(
            issuing.issue("mail"),
            under: [root],
            beside: [issuing],
            budget: budget
        )
        return PathSearchCutShort().findings(in: subject)
    }

    @Test func passesASearchWithinItsLimits() throws {
        #expect(try findings { _ in }.isEmpty)
    }

    @Test func namesTheLimitThatTheSearchMet() throws {
        let cases: [((inout PathBudget) -> Void, String)] = [
            ({ $0.signatures = 0 }, "0 signatures to check"), ({ $0.issuers = 0 }, "0 issuers to look at"),
            ({ $0.depth = 1 }, "1 certificates in a path"), ({ $0.paths = 0 }, "0 paths"),
        ]
        for (adjust, words) in cases {
            let found = try findings(adjust)
            #expect(found.map(\.message) == ["the search ended at its limit of \(words), after 1 path"])
            #expect(found.first?.severity == .warning)
        }
    }
}
