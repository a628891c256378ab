import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import chaincheck

/// Nothing that a command line names as read is overwritten, whatever the command and the option.
@Suite("Outputs that would destroy something")
struct OutputGuardTests {
    private let folder = TemporaryFolder()

    private static let arguments: [String: [String]] = [
        "audit": ["audit", "READ"], "timeline": ["timeline", "READ"], "exchange": ["exchange", "READ"],
        "compare": ["compare", "READ", "READ"], "vet": ["vet", "READ"],
    ]

    /// Every value that an option of a command takes, from what the parser says of itself.
    private static func options(of command: String) throws -> [String] {
        let dump = try Binary(["--experimental-dump-help"]).json
        let root = try #require(dump["command"] as? [String: Any])
        var found = root
        for name in command.split(separator: " ") {
            let commands = found["subcommands"] as? [[String: Any]] ?? []
            found = try #require(commands.first { $0["commandName"] as? String == String(name) })
        }
        return (found["arguments"] as? [[String: Any]] ?? []).compactMap { argument in
            if argument["kind"] as? String == "flag" { return nil }
            let names = argument["names"] as? [[String: Any]] ?? []
            if let long = names.first(where: { $0["kind"] as? String == "long" })?["name"] as? String {
                return "--" + long
            }
            return (argument["valueName"] as? String).map { "<\($0)>" }
        }
    }

    /// Options that take something else than the name of a file.
    private static let otherOptions: Set<String> = [
        "--at", "--certificates-of", "--days", "--domain", "--exclude", "--fail-on", "--format", "--from",
        "--host", "--include", "--ip",
        "--issued", "--issuer", "--key", "--lead", "--profile", "--purpose", "--remove", "--root", "--server",
        "--services", "--threads", "<id>", "<name>", "<root>", "<text>", "<thumbprint>",
    ]

    private static let commands = leaves(of: ChainCheck.configuration.subcommands, after: [])

    /// The commands that are run, by their whole names.
    private static func leaves(of commands: [any ParsableCommand.Type], after path: [String]) -> [String] {
        commands.flatMap { command in
            let name = path + [command.configuration.commandName ?? ""]
            let below = leaves(of: command.configuration.subcommands, after: name)
            return below.isEmpty ? [name.joined(separator: " ")] : below
        }
    }

    @Test func knowsEveryCommand() throws {
        func names(_ command: [String: Any], _ path: [String]) -> [String] {
            let below = command["subcommands"] as? [[String: Any]] ?? []
            guard !below.isEmpty else { return [path.joined(separator: " ")] }
            return below.flatMap { names($0, path + [($0["commandName"] as? String) ?? ""]) }
        }
        let root = try #require(try Binary(["--experimental-dump-help"]).json["command"] as? [String: Any])
        let all = names(root, []).filter { !$0.hasSuffix("help") }
        #expect(all.contains("audit"))
        #expect(all.sorted() == Self.commands.sorted())
    }

    /// The command, with as few arguments as it wants.
    private static func parsed(_ name: String) throws -> NamedFiles {
        let line: [String] =
            switch name {
            case "audit", "timeline", "exchange", "inspect": [name, "x"]
            case "compare": [name, "x", "y"]
            case "explain": [name, "-f", "x"]
            case "verify": [name, "--leaf", "x"]
            case "vet": [name, "x"]
            case "ca", "roots find", "roots show", "roots diff":
                name.split(separator: " ").map(String.init) + ["x"]
            case "roots trust": ["roots", "trust", "x"]
            default: name.split(separator: " ").map(String.init)
            }
        return try #require(try ChainCheck.namedFiles(of: line))
    }

    @Test(arguments: commands)
    func everyOptionThatNamesAFileIsDeclared(_ command: String) throws {
        let files = try Self.parsed(command)
        let declared = Set((files.read + files.written).map(\.name))
        let options = Set(try Self.options(of: command))
        #expect(options.subtracting(Self.otherOptions) == declared)
    }

    /// The command lines with every option that is read, each with every option that is written.
    private static let pairs: [(command: String, read: String, written: String)] = arguments.keys.sorted()
        .flatMap { command -> [(command: String, read: String, written: String)] in
            guard let files = try? parsed(command) else { return [] }
            return files.read.filter { $0.name.hasPrefix("--") }.flatMap { read in
                files.written.map { (command: command, read: read.name, written: $0.name) }
            }
        }

    @Test func hasPairsToTry() { #expect(Self.pairs.count >= 25) }

    @Test(arguments: pairs)
    func refusesToOverwriteWhatAnOptionReads(_ command: String, _ read: String, _ written: String) throws {
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let target = folder.write("precious", to: "precious")
        folder.link("link", to: "precious")
        #expect(link(target, folder.path + "/hard") == 0)
        let line = try #require(Self.arguments[command]).map { $0 == "READ" ? mail : $0 }
        let more = read == "--anchors-dir" ? ["--authroot", mail] : []
        for name in [
            "precious", "link", "hard", "../\(folder.path.split(separator: "/").last ?? "")/precious",
        ] {
            let run = try Binary(line + more + [read, target, written, folder.path + "/" + name])
            #expect(run.code == 64, "\(name): \(run.errors)")
            #expect(run.errors.contains("\(read) and \(written) are one file"), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious")
    }

    @Test func refusesTwoOutputsThatAreOne() throws {
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        folder.link("link.txt", to: "new.txt")
        for name in ["new.txt", "./new.txt", "link.txt"] {
            let run = try Binary(
                ["exchange", mail, "--output", "new.txt", "--script", name],
                folder: URL(fileURLWithPath: folder.path)
            )
            #expect(run.code == 64 && run.errors.contains("--output and --script are one file"), "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.txt"))
    }

    @Test func refusesACertificateInTheFolderThatIsRead() throws {
        let mail = Forge.selfSigned("mail.contoso.com").pem
        let outside = TemporaryFolder()
        let linked = outside.write(mail, to: "linked.pem")
        for name in ["certs/mail.pem", "certs/old/mail.pem", "certs/.hidden.pem"] {
            folder.write(mail, to: name)
        }
        folder.link("certs/link.pem", to: linked)
        let certs = folder.path + "/certs"
        for path in [certs + "/mail.pem", certs + "/old/mail.pem", certs + "/.hidden.pem", linked] {
            for command in ["audit", "timeline", "exchange"] {
                let run = try Binary([command, certs, "--output", path])
                #expect(run.code == 64, "\(command) \(path): \(run.errors)")
                #expect(run.errors.contains("no report of chaincheck"))
            }
            let appended = try Shell("chaincheck audit '\(certs)' >> '\(path)'")
            #expect(appended.code == 64 && appended.errors.hasPrefix("chaincheck: standard output: "))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == mail)
        }
        let notes = folder.write("buy milk", to: "certs/notes.txt")
        #expect(try Binary(["audit", certs, "--output", notes]).code == 64)
        #expect(try String(contentsOfFile: notes, encoding: .utf8) == "buy milk")
    }

    @Test(
        arguments: ["text", "json", "ndjson", "csv"].map { ["audit", "--format", $0] }
            + [["audit", "--quiet"]] + ["text", "json", "ics"].map { ["timeline", "--format", $0] }
            + ["text", "json", "csv"].map { ["exchange", "--format", $0] } + [["exchange", "--quiet"]]
    )
    func writesAnEarlierReportInTheFolderAnewAndLeavesItOut(_ arguments: [String]) throws {
        let leaf = Forge.authority("Alpha Root").issue("mail.contoso.com") { $0.notAfter = "20270601000000Z" }
        folder.write(leaf.pem, to: "mail.pem")
        let report = folder.path + "/report"
        let line =
            [arguments[0], folder.path, "--at", "2026-06-01"] + arguments.dropFirst() + ["--output", report]
        let first = try Binary(line)
        guard FileManager.default.fileExists(atPath: report) else {
            // A calendar with nothing in it is not written.
            #expect(arguments.contains("ics"))
            return
        }
        let written = try String(contentsOfFile: report, encoding: .utf8)
        let second = try Binary(line)
        #expect(second.code == first.code, "\(second.errors)")
        #expect(try String(contentsOfFile: report, encoding: .utf8) == written)
    }

    @Test func leavesStandardOutputOutOfTheFolder() throws {
        folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let run = try Shell("cd '\(folder.path)' && chaincheck audit . --format ndjson > all.ndjson")
        #expect(run.code == 1, "\(run.errors)")
        let report = try String(contentsOfFile: folder.path + "/all.ndjson", encoding: .utf8)
        #expect(report.contains("mail.pem") && !report.contains("all.ndjson"))
    }

    @Test func writesTheScriptAnewInTheFolderOfTheExports() throws {
        folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let script = folder.path + "/remedy.ps1"
        for _ in 0..<2 {
            let run = try Binary(["exchange", folder.path, "--script", script])
            #expect(run.code != 64 && !run.output.contains("remedy.ps1"), "\(run.errors)")
        }
    }
}
