import ArgumentParser
import Foundation
import Testing

@testable import chaincheck

/// `Documentation/Commands.md` is what the commands say of themselves.
struct CommandsPageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Documentation/Commands.md").standardizedFileURL

    @Test func holdsTheHelpOfEveryCommand() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        for command in ChainCheck.configuration.subcommands {
            let name = command.configuration.commandName ?? ""
            let help = try Binary([name, "--help"]).output
            #expect(!help.isEmpty)
            #expect(text.contains("## chaincheck \(name)\n\n```\n\(help)```\n"), "run Scripts/generate-docs")
        }
    }
}
