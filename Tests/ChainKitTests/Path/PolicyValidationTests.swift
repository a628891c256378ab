import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Certificate policies")
struct PolicyValidationTests {
    private static let silver = "1.3.6.1.4.1.99999.1"
    private static let gold = "1.3.6.1.4.1.99999.2"
    private let root = Forge.authority("Alpha Root")

    private func policies(_ identifiers: String...) -> ForgedExtension { policies(identifiers) }

    private func policies(_ identifiers: [String]) -> ForgedExtension {
        let infos = identifiers.map { DERWriter.sequence(DERWriter.identifier($0)) }
        return ForgedExtension("certificatePolicies", value: DERWriter.sequence(infos.flatMap { $0 }))
    }

    private func mapping(_ issuer: String, to subject: String) -> ForgedExtension {
        let pair = DERWriter.sequence(DERWriter.identifier(issuer), DERWriter.identifier(subject))
        return ForgedExtension("policyMappings", isCritical: true, value: DERWriter.sequence(pair))
    }

    private func constraints(requireExplicit: UInt8? = nil, inhibitMapping: UInt8? = nil) -> ForgedExtension {
        let value =
            (requireExplicit.map { [0x80, 1, $0] } ?? []) + (inhibitMapping.map { [0x81, 1, $0] } ?? [])
        return ForgedExtension("policyConstraints", isCritical: true, value: DERWriter.sequence(value))
    }

    private func inhibitAny(_ number: UInt8) -> ForgedExtension {
        ForgedExtension("inhibitAnyPolicy", isCritical: true, value: [0x02, 1, number])
    }

    /// The defects of a path root > issuing > leaf with these extensions.
    private func defects(
        issuing: [ForgedExtension],
        leaf: [ForgedExtension],
        acceptable: [String]? = nil,
        explicit: Bool = false,
        adjust: (inout PolicyInputs) -> Void = { _ in }
    ) throws -> [PathDefect.Kind] {
        let authority = root.authority("Alpha Issuing CA") { $0.extensions = issuing }
        let target = authority.issue("mail.contoso.com") { $0.extensions = leaf }
        var inputs = PolicyInputs()
        inputs.requiresExplicitPolicy = explicit
        inputs.acceptable = acceptable.map { Set($0.compactMap { ObjectIdentifier(dotted: $0) }) }
        adjust(&inputs)
        let builder = PathBuilder(
            anchors: PrivateAnchors([try root.certificate]),
            pool: IssuerPool([try authority.certificate]),
            party: RelyingParty(time: try #require(Instant(rfc3339: "2026-06-01")), policy: inputs)
        )
        return builder.search(from: try target.certificate).bestDefects
    }

    @Test func asksForNoPolicyUnlessOneIsDemanded() throws {
        #expect(try defects(issuing: [], leaf: []) == [])
        #expect(try defects(issuing: [], leaf: [], explicit: true) == [.policyMissing])
        #expect(try defects(issuing: [constraints(requireExplicit: 0)], leaf: []) == [.policyMissing])
    }

    @Test func acceptsAPolicyThatRunsThroughThePath() throws {
        let both = [policies(Self.silver)]
        #expect(try defects(issuing: both, leaf: both, explicit: true) == [])
        #expect(try defects(issuing: both, leaf: both, acceptable: [Self.silver], explicit: true) == [])
        #expect(
            try defects(issuing: both, leaf: both, acceptable: [Self.gold], explicit: true) == [
                .policyMissing
            ]
        )
        #expect(try defects(issuing: both, leaf: [policies(Self.gold)], explicit: true) == [.policyMissing])
    }

    @Test func letsAnyPolicyStandForEveryPolicyUntilItIsInhibited() throws {
        let any = policies("2.5.29.32.0")
        #expect(try defects(issuing: [any], leaf: [policies(Self.gold)], explicit: true) == [])
        let inhibited = [policies(Self.silver), inhibitAny(0)]
        #expect(try defects(issuing: inhibited, leaf: [any], explicit: true) == [.policyMissing])
        #expect(
            try defects(issuing: [any], leaf: [policies(Self.gold)], explicit: true) {
                $0.inhibitsAnyPolicy = true
            }
                == [.policyMissing]
        )
    }

    @Test func mapsPoliciesUnlessThatIsInhibited() throws {
        let issuing = [policies(Self.silver), mapping(Self.silver, to: Self.gold)]
        let leaf = [policies(Self.gold)]
        #expect(try defects(issuing: issuing, leaf: leaf, acceptable: [Self.silver], explicit: true) == [])
        #expect(
            try defects(issuing: issuing, leaf: leaf, acceptable: [Self.gold], explicit: true) == [
                .policyMissing
            ]
        )
        #expect(
            try defects(issuing: issuing, leaf: leaf, explicit: true) { $0.inhibitsMapping = true } == [
                .policyMissing
            ]
        )
    }

    @Test func refusesAMappingOfAnyPolicy() throws {
        let issuing = [policies("2.5.29.32.0"), mapping("2.5.29.32.0", to: Self.gold)]
        #expect(try defects(issuing: issuing, leaf: [policies(Self.gold)]) == [.policyMappingInvalid])
    }

    @Test func staysSmallWhereATreeWouldDouble() throws {
        // Each authority maps two policies onto the same two: a tree has 2^20 leaves, the graph 40 nodes.
        var graph = PolicyGraph()
        let one = ObjectIdentifier("1.2.3.1")
        let two = ObjectIdentifier("1.2.3.2")
        for _ in 0..<20 {
            graph.descend([one, two], allowsAnyPolicy: true)
            graph.map(one, to: [one, two])
            graph.map(two, to: [one, two])
        }
        #expect(graph.authorityConstrained == [one, two])
    }

    @Test(arguments: [0, 1])
    func takesAsManyStepsAsThereArePoliciesAndMappings(shift: Int) {
        let policies = (0...2_000).map { ObjectIdentifier(dotted: "1.2.3.\($0)") ?? .anyPolicy }
        var graph = PolicyGraph()
        for _ in 0..<3 {
            graph.descend(Set(policies), allowsAnyPolicy: true)
            for number in 0..<2_000 { graph.map(policies[number], to: [policies[number + shift]]) }
        }
        #expect(graph.steps <= 3 * 4 * policies.count)
    }

    @Test func isUndeterminedWhereThePoliciesAreMoreThanTheBudget() throws {
        let many = [
            policies((1...60).map { "1.3.6.1.4.1.99999.\($0)" }), constraints(requireExplicit: 0),
        ]
        let issuing = root.authority("Alpha Issuing CA") { $0.extensions = many }
        let leaf = issuing.issue("mail.contoso.com") { $0.extensions = [many[0]] }
        var budget = PathBudget()
        budget.policySteps = 100
        let cut = try search(leaf, pool: [issuing], anchors: [root], budget: budget)
        #expect(cut.isUndetermined)
        #expect(cut.limitMet == .policySteps)
        #expect(cut.bestDefects == [.policiesNotChecked])
        #expect(cut.limitInWords == "100 steps through certificate policies")
        #expect(try search(leaf, pool: [issuing], anchors: [root]).trusted != nil)
    }

    @Test func countsThePoliciesOfAllPathsOfATargetTogether() throws {
        let many = [policies((1...40).map { "1.3.6.1.4.1.99999.\($0)" })]
        let key = ForgedKey.fresh(.p256)
        let ways = (0..<10).map { _ in
            root.authority("Alpha Issuing CA") {
                $0.key = key
                $0.extensions = many + [constraints(requireExplicit: 0)]
            }
        }
        // Under a policy that no authority has, so that no path is trusted and each is followed to its end.
        let odd = [policies((1...40).map { "1.3.6.1.4.1.88888.\($0)" })]
        let leaf = ways[0].issue("mail.contoso.com") { $0.extensions = odd }
        var budget = PathBudget()
        budget.policySteps = 500
        #expect(try search(leaf, pool: ways, anchors: [root], budget: budget).limitMet == .policySteps)
        #expect(try search(leaf, pool: Array(ways[..<2]), anchors: [root], budget: budget).limitMet == nil)
    }
}
