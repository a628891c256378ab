import Forges
import Foundation
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("The decision table")
struct SelectionDocumentationTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    @Test("stands in the documentation as the steps have it")
    func standsInTheDocumentation() throws {
        let page = try String(
            contentsOf: Self.project.appending(path: "Documentation/Exchange.md"),
            encoding: .utf8
        )
        #expect(page.contains(SelectionDocumentation.markdown), "run Scripts/generate-docs")
    }

    @Test("names files that are there and hold their step")
    func namesFiles() throws {
        let folder = Self.project.appending(path: "Sources/ExchangeKit/Selection")
        let steps =
            StartTlsStep.allCases.map { ("\($0)", $0.rawValue) }
            + InternalTransportStep.allCases.map { ("\($0)", $0.rawValue) }
        for (name, id) in steps {
            let row = try #require(
                SelectionDocumentation.markdown.split(separator: "\n").first { $0.contains("| `\(id)` |") }
            )
            let cells = row.split(separator: "|").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
            let code = try String(contentsOf: folder.appending(path: cells[2] + ".swift"), encoding: .utf8)
            // Two steps are facts of the connector, which no step of the code stands for.
            let isSilent = [
                StartTlsStep.nameToLookFor.rawValue, InternalTransportStep.exchangeServerIsOffered.rawValue,
            ].contains(id)
            #expect(
                isSilent || code.contains(".\(name)"),
                "\(cells[2]) does not name \(name)"
            )
        }
    }
}
