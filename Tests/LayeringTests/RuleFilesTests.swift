import Testing

@testable import ChainKit

/// A rule is a file, a line in the registry, a test and a page: none of them is forgotten.
struct RuleFilesTests {
    /// The names of the rules that are declared in files, each in a file of its own name.
    private static func declared() throws -> [String] {
        try SourceTree.files(below: "Sources/ChainKit/Rules").flatMap { file in
            let names = file.code.matches(of: /struct (?<name>\w+): (?:Conformance|Installation)?Rule \{/).map
            {
                String($0.name)
            }
            for name in names { #expect(file.path.hasSuffix("/\(name).swift")) }
            return names
        }
    }

    private static var registered: [String] { RuleRegistry.all.map { String(describing: $0) } }

    @Test func everyRuleFileIsInTheRegistry() throws {
        #expect(Set(try Self.declared()) == Set(Self.registered))
        #expect(Self.registered.count == Set(Self.registered).count)
    }

    @Test func everyRuleHasATestFile() throws {
        let tests = Set(try SourceTree.entries(of: "Tests/ChainKitTests/Rules"))
        #expect(Self.registered.filter { !tests.contains("\($0)Tests.swift") }.isEmpty)
        let helpers: Set = [
            "BoundedFindingsTests.swift", "ConformanceTests.swift", "FindingMessageTests.swift",
            "IssuerFindingsTests.swift",
            "RuleRegistryTests.swift",
        ]
        let orphans = tests.filter { file in
            file.hasSuffix("Tests.swift") && !helpers.contains(file)
                && !Self.registered.contains { file == "\($0)Tests.swift" }
        }
        #expect(orphans.isEmpty)
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

    @Test func profilesMarkdownHoldsWhatTheGeneratorWrites() throws {
        let text = try SourceTree.text(of: "Documentation/Profiles.md")
        let begin = "<!-- begin: written by Scripts/generate-docs -->\n"
        #expect(text.contains(begin + ProfileDocumentation.markdown + "<!-- end -->\n"))
    }

    @Test func rulesMarkdownIsWhatTheGeneratorWrites() throws {
        #expect(try SourceTree.text(of: "Documentation/Rules.md") == RuleDocumentation.markdown)
    }
}
