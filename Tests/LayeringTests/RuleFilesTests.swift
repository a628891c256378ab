import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// A rule is a file, a line in the registry, a test and a page: none of them is forgotten.
struct RuleFilesTests {
    /// The rules that are declared: the path below Rules of each one's file, by its name.
    private static func declared() throws -> [String: String] {
        let root = "Sources/ChainKit/Rules"
        var paths: [String: String] = [:]
        for file in try SourceTree.files(below: root) {
            for match in file.code.matches(
                of: /struct (?<name>\w+): (?:Certificate|Conformance|Installation)Rule \{/
            ) {
                let name = String(match.name)
                #expect(file.path.hasSuffix("/\(name).swift"))
                paths[name] = String(file.path.dropFirst(root.count + 1).dropLast(".swift".count))
            }
        }
        return paths
    }

    private static var registered: [String] { RuleRegistry.all.map { String(describing: $0) } }

    @Test func everyRuleFileIsInTheRegistry() throws {
        #expect(Set(try Self.declared().keys) == Set(Self.registered))
        #expect(Self.registered.count == Set(Self.registered).count)
    }

    /// A rule stands in the folder of what it looks at, and its test where the rule stands.
    @Test func everyRuleHasATestFile() throws {
        let root = "Tests/ChainKitTests/Rules"
        let tests = Set(
            try SourceTree.files(below: root).map(\.path).filter { $0.hasSuffix("Tests.swift") }.map {
                String($0.dropFirst(root.count + 1).dropLast("Tests.swift".count))
            }
        )
        let rules = Set(try Self.declared().values)
        #expect(rules.allSatisfy { $0.contains("/") })
        #expect(rules.subtracting(tests).isEmpty)
        // What stands beside the folders tests what all rules share.
        #expect(tests.subtracting(rules).allSatisfy { !$0.contains("/") })
    }

    @Test func everyIdIsTheTypesNameInKebabCase() {
        for rule in RuleRegistry.all {
            let words = rule.metadata.id.split(separator: "-")
            let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            #expect(name == String(describing: rule))
        }
    }

    @Test func idsAreSortedUniqueAndNeverUsedAgain() {
        let ids = RuleRegistry.documentation.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).isDisjoint(with: RuleRegistry.retired))
    }

    /// Whoever acts on findings of certain rules asks for a trait that stands on them, and keeps no list of rules.
    @Test func nobodyButRulesNamesARule() throws {
        let sources = try SourceTree.files(below: "Sources").filter { !$0.path.contains("/Rules/") }
        #expect(sources.count > 100)
        #expect(sources.filter { $0.code.contains("metadata.id") }.map(\.path) == [])
    }

    @Test func profilesMarkdownHoldsWhatTheGeneratorWrites() throws {
        let text = try SourceTree.text(of: "Documentation/Profiles.md")
        let begin = "<!-- begin: written by Scripts/generate-docs -->\n"
        #expect(text.contains(begin + ProfileDocumentation.markdown + "<!-- end -->\n"))
    }

    @Test func formatsMarkdownHoldsEveryKindOfFile() throws {
        let text = try SourceTree.text(of: "Documentation/Formats.md")
        let begin = "<!-- begin: written by Scripts/generate-docs -->\n"
        #expect(text.contains(begin + KindDocumentation.markdown + "<!-- end -->\n"))
    }

    @Test func rulesMarkdownIsWhatTheGeneratorWrites() throws {
        #expect(try SourceTree.text(of: "Documentation/Rules.md") == RuleDocumentation.markdown)
    }
}
