import Forges
import Testing

@testable import ChainKit

@Suite("Verdict")
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
}
