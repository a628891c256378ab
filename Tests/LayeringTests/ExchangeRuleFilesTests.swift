import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// A rule of the diagnosis is a file, a line in the registry, a test and a page, like every other rule.
struct ExchangeRuleFilesTests {
    /// The names of the rules that are declared in files, each in a file of its own name.
    private static func declared() throws -> [String] {
        try SourceTree.files(below: "Sources/ExchangeKit/Diagnosis/Rules").flatMap { file in
            let names = file.code.matches(of: /struct (?<name>\w+): ExchangeRule \{/).map { String($0.name) }
            for name in names { #expect(file.path.hasSuffix("/\(name).swift")) }
            return names
        }
    }

    private static var registered: [String] {
        ExchangeRuleRegistry.all.map { String(describing: type(of: $0)) }
    }

    @Test func everyRuleFileIsInTheRegistry() throws {
        #expect(Set(try Self.declared()) == Set(Self.registered))
        #expect(Self.registered.count == Set(Self.registered).count)
    }

    @Test func everyRuleHasATestFile() throws {
        let tests = Set(try SourceTree.entries(of: "Tests/ExchangeKitTests/Diagnosis/Rules"))
        #expect(Self.registered.filter { !tests.contains("\($0)Tests.swift") }.isEmpty)
        let orphans = tests.filter { file in
            file.hasSuffix("Tests.swift") && file != "ExchangeRuleRegistryTests.swift"
                && !Self.registered.contains { file == "\($0)Tests.swift" }
        }
        #expect(orphans.isEmpty)
    }

    @Test func everyIdIsTheTypesNameInKebabCase() {
        for rule in ExchangeRuleRegistry.all {
            let words = type(of: rule).metadata.id.split(separator: "-")
            let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            #expect(name == String(describing: type(of: rule)))
        }
    }

    @Test func idsAreSortedAndUniqueAcrossBothRegistries() {
        let ids = ExchangeRuleRegistry.documentation.map(\.id)
        #expect(ids == ids.sorted())
        let all = ids + RuleRegistry.documentation.map(\.id)
        #expect(Set(all).count == all.count)
        #expect(Set(all).isDisjoint(with: RuleRegistry.retired + ExchangeRuleRegistry.retired))
    }
}
