// Writes the parts of Documentation/ that come from the program's own data: generate-docs DOCUMENTATION CHAINCHECK. Tests hold
// them to it.
import ChainKit
import ExchangeKit
import Foundation
import Reports

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: generate-docs DOCUMENTATION CHAINCHECK\n".utf8))
    exit(64)
}
let folder = URL(filePath: arguments[1])

/// Puts what the sources say between the marks of a page.
func replaceTable(of page: String, by table: String) throws {
    let file = folder.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    let (begin, end) = ("<!-- begin: written by Scripts/generate-docs -->\n", "<!-- end -->")
    guard let start = text.range(of: begin),
        let rest = text.range(of: end, range: start.upperBound..<text.endIndex)
    else { throw CocoaError(.formatting) }
    let changed = text[..<start.upperBound] + table + text[rest.lowerBound...]
    try Data(changed.utf8).write(to: file)
}

/// What the program prints.
func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[2])
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let octets = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: octets, as: UTF8.self)
}

/// The help of a command and of those below it, each under its name.
func help(_ command: [String: Any], after path: [String]) throws -> String {
    let name = path + [command["commandName"] as? String ?? ""]
    guard name.last != "help" else { return "" }
    var text =
        "## \(name.joined(separator: " "))\n\n```\n\(try output(of: Array(name.dropFirst()) + ["--help"]))```\n\n"
    for below in command["subcommands"] as? [[String: Any]] ?? [] { text += try help(below, after: name) }
    return text
}

try Data(RuleDocumentation.markdown.utf8).write(to: folder.appending(path: "Rules.md"))
try replaceTable(of: "Profiles.md", by: ProfileDocumentation.markdown)
try replaceTable(of: "Exchange.md", by: SelectionDocumentation.markdown)
try replaceTable(of: "Formats.md", by: KindDocumentation.markdown)
let dump = try JSONSerialization.jsonObject(with: Data(try output(of: ["--experimental-dump-help"]).utf8))
let root = (dump as? [String: Any])?["command"] as? [String: Any] ?? [:]
let head =
    "# Commands\n\nWritten by `Scripts/generate-docs` from the program's own help: change it there.\n\n"
let pages = head + (try help(root, after: []))
// A blank line stands between two commands, and none at the end.
try Data(pages.utf8.dropLast()).write(to: folder.appending(path: "Commands.md"))
