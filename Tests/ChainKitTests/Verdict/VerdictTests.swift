import Testing

@testable import ChainKit

@Suite("Verdict and score")
struct VerdictTests {
    private func findings(_ severities: [Severity]) -> [Finding] {
        severities.map { Finding(rule: "x", severity: $0, roles: [.server], message: "", remedy: "") }
    }

    @Test func isTheWorstFinding() {
        #expect(Verdict(findings([]), isUndetermined: false) == .eligible)
        #expect(Verdict(findings([.note]), isUndetermined: false) == .eligible)
        #expect(Verdict(findings([.note, .warning]), isUndetermined: false) == .eligibleWithWarnings)
        #expect(Verdict(findings([.error, .warning]), isUndetermined: false) == .ineligible)
    }

    @Test func isUndeterminedOnlyWhereNothingCertainSpeaksAgainst() {
        #expect(Verdict(findings([.warning]), isUndetermined: true) == .undetermined)
        #expect(Verdict(findings([.error]), isUndetermined: true) == .ineligible)
    }

    private let best = ScoreFacts(
        trustEnds: false,
        names: .exact,
        daysLeft: 300,
        lifetimeDays: 398,
        key: .rsa,
        hasWeakHash: false,
        servesAsServer: true,
        warnings: 0
    )

    @Test func scoresAHundredWhenNothingIsMissing() {
        #expect(Score(best).value == 100)
        #expect(Score(best).parts.map(\.maximum).reduce(0, +) == 100)
    }

    @Test func fallsWithEveryFactThatIsWorse() {
        let changes: [(inout ScoreFacts) -> Void] = [
            { $0.trustEnds = true }, { $0.names = .wildcard }, { $0.daysLeft = 60 }, { $0.key = .other },
            { $0.hasWeakHash = true }, { $0.servesAsServer = false }, { $0.warnings = 1 },
        ]
        for change in changes {
            var facts = best
            change(&facts)
            #expect(Score(facts).value < 100)
        }
    }

    @Test func staysWithinItsBounds() {
        var facts = best
        facts.daysLeft = -400
        facts.lifetimeDays = 0
        facts.warnings = 99
        let score = Score(facts)
        #expect(score.parts.allSatisfy { (0...$0.maximum).contains($0.points) })
    }
}
