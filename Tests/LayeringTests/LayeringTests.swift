import Testing

/// Who may know whom: the order of the stages, held together by reading the sources.
///
/// The compiler refuses an undeclared import of a Swift module, but a system library that is reached through another
/// target is visible to all, and folders of one module know no walls.
struct LayeringTests {
    @Test func noFolderNamesATypeOfALaterOne() throws {
        let files = try SourceTree.files(below: "Sources/ChainKit")
        #expect(files.count > 50)
        #expect(Layers.breaches(in: files).isEmpty)
    }

    @Test func everyFolderOfChainKitHasAPlaceInTheOrder() throws {
        let folders = try SourceTree.entries(of: "Sources/ChainKit").filter { !$0.hasSuffix(".docc") }
        #expect(Set(folders) == Set(Layers.order))
    }

    @Test func seesAPlantedBreach() {
        let files = [
            SourceTree.File(
                path: "Sources/ChainKit/Path/PathBuilder.swift",
                code: "struct PathBuilder { let a: Finding }"
            ),
            SourceTree.File(path: "Sources/ChainKit/Rules/Finding.swift", code: "public struct Finding {}"),
        ]
        #expect(
            Layers.breaches(in: files) == ["Sources/ChainKit/Path/PathBuilder.swift names Finding of Rules"]
        )
    }

    @Test func onlyTheBridgeAndTheForgeImportOpenSSL() throws {
        let allowed = ["Sources/OpenSSLBridge/", "Tests/TestSupport/"]
        let importers = try (SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests"))
            .filter { Imports.modules(in: $0.code).contains("COpenSSL") }.map(\.path)
        #expect(!importers.isEmpty)
        #expect(importers.filter { path in !allowed.contains { path.hasPrefix($0) } }.isEmpty)
    }

    @Test func onlyOneFileImportsExpat() throws {
        let importers = try (SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests"))
            .filter { Imports.modules(in: $0.code).contains("CExpat") }.map(\.path)
        #expect(importers == ["Sources/ExchangeExports/CliXML/ExpatParser.swift"])
    }

    @Test func onlyTheIDNATargetImportsLibidn2() throws {
        let importers = try (SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests"))
            .filter { Imports.modules(in: $0.code).contains("CLibIDN2") }.map(\.path)
        #expect(!importers.isEmpty)
        #expect(importers.filter { !$0.hasPrefix("Sources/IDNA/") }.isEmpty)
    }

    @Test func chainKitReadsNoClockAndPrintsNothing() throws {
        let breaches = try SourceTree.files(below: "Sources/ChainKit").flatMap { file in
            Imports.breaches(in: file.code).map { "\(file.path): \($0)" }
        }
        #expect(breaches.isEmpty)
    }

    @Test(arguments: [
        "import Foundation", "internal import FoundationEssentials", "print(name)", "let now = Date()",
    ])
    func seesAPlantedImportOrCall(_ code: String) {
        #expect(Imports.breaches(in: code).count == 1)
    }

    @Test(arguments: [
        "fingerprint(name)", "document.print(name)", "let date = list.Date(1)", "func date() {}",
    ])
    func passesOverWhatOnlyLooksLikeIt(_ code: String) {
        #expect(Imports.breaches(in: code).isEmpty)
    }
}

/// What code imports, and calls that the library must not make.
enum Imports {
    static func modules(in code: String) -> [String] {
        code.matches(of: /\bimport (?:struct |class |enum |func )?(?<module>\w+)/).map { String($0.module) }
    }

    static func breaches(in code: String) -> [String] {
        let calls = code.matches(of: /(?<before>[.\w]?)\b(?<call>print|debugPrint|Date)\(/)
            .filter { $0.before.isEmpty }.map { String($0.call) + "()" }
        return modules(in: code).filter { $0.hasPrefix("Foundation") } + calls
    }
}
