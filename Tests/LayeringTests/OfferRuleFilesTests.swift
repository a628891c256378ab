import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// A rule for offers is a file and a line in the registry; requests' rules have a test each, issuances' one together.
struct OfferRuleFilesTests {
    private static func declared() throws -> [String] {
        try SourceTree.files(below: "Sources/ChainKit/Offer/Rules").flatMap { file in
            let names = file.code.matches(of: /struct (?<name>\w+): (?:Request|Issuance)Rule \{/).map {
                String($0.name)
            }
            for name in names { #expect(file.path.hasSuffix("/\(name).swift")) }
            return names
        }
    }

    private static var registered: [String] {
        OfferRuleRegistry.all.map { String(describing: type(of: $0)) }
    }

    @Test func everyRuleFileIsInTheRegistry() throws {
        #expect(Set(try Self.declared()) == Set(Self.registered))
        #expect(Self.registered.count == Set(Self.registered).count)
    }

    @Test func everyRequestRuleHasATestFile() throws {
        let tests = Set(try SourceTree.entries(of: "Tests/ChainKitTests/Offer/Rules"))
        let rules = Self.registered.filter { $0.hasPrefix("Request") }
        #expect(rules.filter { !tests.contains("\($0)Tests.swift") }.isEmpty)
    }

    @Test func everyIdIsTheTypesNameInKebabCase() {
        for rule in OfferRuleRegistry.all {
            let words = type(of: rule).metadata.id.split(separator: "-")
            let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            #expect(name == String(describing: type(of: rule)))
        }
    }

    @Test func idsAreSortedAndNoOtherRulesHaveThem() {
        let ids = OfferRuleRegistry.documentation.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).isDisjoint(with: RuleRegistry.documentation.map(\.id) + RuleRegistry.retired))
    }

    /// A signature that is taken as given must never be taken so by an audit.
    @Test func onlyOffersPresumeAnIssuer() throws {
        let users = try SourceTree.files(below: "Sources").filter { $0.code.contains("presumedIssuer") }
            .map(\.path)
        #expect(
            Set(users) == [
                "Sources/ChainKit/Path/PathBuilder.swift", "Sources/ChainKit/Path/TargetSearch.swift",
                "Sources/ChainKit/Audit/CertificateJudge.swift", "Sources/ChainKit/Offer/OfferVetter.swift",
            ]
        )
    }
}
