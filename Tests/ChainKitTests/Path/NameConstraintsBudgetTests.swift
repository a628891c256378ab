import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Budget of name constraints")
struct NameConstraintsBudgetTests {
    private let root = Forge.authority("Alpha Root")

    private func excluding(_ names: [String]) -> ForgedExtension {
        let subtrees = names.flatMap { DERWriter.sequence(DERWriter.element(0x82, Array($0.utf8))) }
        let value = DERWriter.sequence(DERWriter.element(0xa1, subtrees))
        return ForgedExtension("nameConstraints", isCritical: true, value: value)
    }

    private func hosts(_ count: Int) -> [String] { (0..<count).map { "h\($0).example.com" } }

    @Test func tellsAFewRefusedNamesAndCountsTheOthers() throws {
        let issuing = root.authority("Alpha CA") { $0.extensions = [excluding(["example.com"])] }
        let leaf = issuing.issue("mail.contoso.com", names: hosts(100))
        let found = try search(leaf, pool: [issuing], anchors: [root])
        let told = NameConstraintsCheck.mostTold
        #expect(found.bestDefects.count == told + 1)
        #expect(found.bestDefects.first == .nameExcluded("h0.example.com"))
        #expect(found.bestDefects.last == .furtherNamesRefused(100 - told))
        #expect(!found.isUndetermined)
    }

    @Test func countsTheComparisonsOfAllPathsOfATargetTogether() throws {
        let key = ForgedKey.fresh(.p256)
        let ways = (0..<5).map { _ in
            root.authority("Alpha CA") {
                $0.key = key
                $0.extensions = [excluding(["fabrikam.com"])]
            }
        }
        let leaf = ways[0].issue("mail.contoso.com", names: hosts(50))
        var budget = PathBudget()
        // The first path has 51 names to compare: 50 hosts and the subject.
        budget.nameConstraintComparisons = 60
        let found = try search(leaf, pool: ways, anchors: [root], budget: budget)
        #expect(found.limitMet == .nameConstraintComparisons)
        #expect(found.trusted != nil)
        #expect(found.attempts.count { $0.pathDefects.map(\.kind) == [.nameConstraintsNotChecked] } == 4)
    }

    @Test func isUndeterminedWhereNamesWereLeftAndNoneIsRefused() throws {
        let issuing = root.authority("Alpha CA") { $0.extensions = [excluding(["fabrikam.com"])] }
        let leaf = issuing.issue("mail.contoso.com", names: hosts(50))
        var budget = PathBudget()
        budget.nameConstraintComparisons = 20
        let found = try search(leaf, pool: [issuing], anchors: [root], budget: budget)
        #expect(found.isUndetermined)
        #expect(found.limitInWords == "20 comparisons of names with name constraints")
    }

    @Test func isRefusedWhereANameIsRefusedBeforeTheBudgetEnds() throws {
        let issuing = root.authority("Alpha CA") { $0.extensions = [excluding(["example.com"])] }
        let leaf = issuing.issue("mail.contoso.com", names: hosts(50))
        var budget = PathBudget()
        budget.nameConstraintComparisons = 20
        let found = try search(leaf, pool: [issuing], anchors: [root], budget: budget)
        #expect(!found.isUndetermined)
        #expect(found.trusted == nil)
        #expect(found.bestDefects.first == .nameExcluded("h0.example.com"))
    }
}
