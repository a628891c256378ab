import Testing

/// Who may know whom: the order of the stages, held together by reading the sources.
///
/// The compiler refuses an undeclared import of a Swift module, but a system library that is reached through another
/// target is visible to all, and folders of one module know no walls.
struct LayeringTests {
    @Test(arguments: Layers.all)
    func noFolderNamesATypeOfALaterOne(_ layers: Layers) throws {
        let files = try SourceTree.files(below: layers.module)
        #expect(files.count > 50)
        #expect(layers.breaches(in: files).isEmpty)
    }

    @Test(arguments: Layers.all)
    func everyFolderHasAPlaceInTheOrder(_ layers: Layers) throws {
        let folders = try SourceTree.entries(of: layers.module).filter { !$0.contains(".") }
        #expect(Set(folders) == Set(layers.order))
    }

    /// Targets that know more than the package says would be found by the compiler; that the package says no more than
    /// the walls allow is read here.
    @Test(arguments: [
        ("Sources/Octets", ["ChainKit", "ExchangeExports", "ExchangeKit", "Reports", "OpenSSLBridge"]),
        ("Sources/ExchangeExports", ["ChainKit", "ExchangeKit", "Reports", "OpenSSLBridge"]),
        ("Sources/ChainKit", ["ExchangeExports", "ExchangeKit", "Reports"]),
        ("Sources/ExchangeKit", ["Reports", "OpenSSLBridge"]),
        ("Sources/Reports", ["ExchangeExports"]),
    ])
    func noModuleImportsOneThatStandsOnIt(_ folder: String, _ refused: [String]) throws {
        let files = try SourceTree.files(below: folder)
        #expect(files.count > 10)
        let breaches = files.filter { !Set(Imports.modules(in: $0.code)).isDisjoint(with: refused) }
        #expect(breaches.map(\.path) == [])
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
            Layers.all[0].breaches(in: files)
                == ["Sources/ChainKit/Path/PathBuilder.swift names Finding of Rules"]
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

    @Test(arguments: ["ChainKit", "ExchangeKit", "Reports"])
    func librariesReadNoClockAndPrintNothing(_ module: String) throws {
        let breaches = try SourceTree.files(below: "Sources/\(module)").flatMap { file in
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
