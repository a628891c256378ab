import ArgumentParser
import Foundation
import Testing

@testable import chaincheck

/// Every option that a text of the sources names is one that each command which prints the text has.
@Suite("Hints")
struct HintTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// Who prints the texts below a path; the longest that fits counts.
    private static let printers: [(path: String, commands: [String])] = [
        ("ExchangeExports", ["audit", "compare", "exchange", "vet"]),
        ("ChainKit/Input", ["audit", "compare", "exchange", "inspect", "timeline", "verify", "vet"]),
        ("ChainKit/Rules", ["audit", "compare", "exchange", "timeline"]),
        ("ChainKit/Rules/Path/SignaturesNotChecked", ["audit"]),
        ("ChainKit/Audit", ["audit"]), ("ChainKit/Verdict", ["audit"]), ("ChainKit/Path", ["audit"]),
        ("ChainKit/Installation", ["exchange"]), ("ExchangeKit", ["exchange"]),
        ("ChainKit/Offer", ["vet"]), ("ExchangeKit/Offer", ["vet"]), ("ExchangeKit/Comparison", ["compare"]),
        ("ChainKit/Timeline", ["timeline"]),
        ("Reports", ["audit"]), ("Reports/Verification", ["verify"]),
        ("Reports/ProtocolLog", ["exchange", "explain"]), ("Reports/Exchange", ["exchange"]),
        ("Reports/Offer", ["vet"]), ("Reports/Comparison", ["compare"]),
        ("Reports/Timeline", ["timeline"]), ("Reports/Inspection", ["inspect"]),
        ("chaincheck/Options", ["audit"]), ("chaincheck/Terminal", ["audit"]),
        ("chaincheck/Commands/Roots", ["roots list", "roots show", "roots find", "ca"]),
        ("chaincheck/Commands/Roots/RootsTrust", ["roots trust"]),
        ("chaincheck/Commands/Roots/RootsList", ["roots list"]),
        ("ChainKit/Input/FolderWalk", ["audit", "exchange", "timeline"]),
    ]

    /// The same for what stands beside each command, and is named after it.
    private static let commands: [(path: String, commands: [String])] =
        ChainCheck.configuration.subcommands.filter { $0.configuration.subcommands.isEmpty }.map { command in
            let stem = String(describing: command).replacing("Command", with: "")
            return ("chaincheck/Commands/\(stem)", [command.configuration.commandName ?? ""])
        }

    private struct Mention {
        let place: String
        let option: String
        let commands: [String]
    }

    private static func mentions() throws -> [Mention] {
        let sources = root.appending(path: "Sources").path(percentEncoded: false) + "/"
        let files = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("chaincheck/Arguments") }.flatMap {
            file in
            let text = try String(contentsOfFile: sources + file, encoding: .utf8)
            return text.components(separatedBy: "\n").flatMap { mentions(in: $0, of: file) }
        }
    }

    /// The options that a line names outside of comments; a command that it names says whose they are.
    private static func mentions(in line: String, of file: String) -> [Mention] {
        guard line.range(of: "--") != nil, !line.drop(while: \.isWhitespace).hasPrefix("//") else {
            return []
        }
        let named = line.firstMatch(of: /chaincheck (roots [a-z]+|[a-z]+)/).map { [String($0.1)] }
        let printers = (commands + printers).filter { file.hasPrefix($0.path) }.max {
            $0.path.count < $1.path.count
        }
        return line.matches(of: /(?:^|[^-\w])(--[a-z][a-z-]*[a-z])/).map {
            Mention(place: file, option: String($0.1), commands: named ?? printers?.commands ?? [])
        }
    }

    @Test func nameNoOptionThatTheCommandLacks() throws {
        let paths = CommandPath(root: ChainCheck.self).descendants
        var options: [String: Set<String>] = [:]
        for path in paths where path.children.isEmpty {
            options[path.names.dropFirst().joined(separator: " ")] = try CommandOptions(of: path.type).names
        }
        let mentions = try Self.mentions()
        #expect(mentions.count > 60)
        for mention in mentions {
            #expect(!mention.commands.isEmpty, "\(mention.place): who prints \(mention.option)?")
            for command in mention.commands {
                #expect(
                    options[command]?.contains(mention.option) == true,
                    "\(mention.place): chaincheck \(command) has no \(mention.option)"
                )
            }
        }
    }

    @Test func seesAPlantedHint() {
        let line = #"    hint: "give its name with --no-such-option", // --other"#
        let found = Self.mentions(in: line, of: "ChainKit/Input/BinaryReader.swift")
        #expect(found.map(\.option).contains("--no-such-option"))
    }
}
