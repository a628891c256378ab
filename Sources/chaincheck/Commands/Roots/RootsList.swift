import ArgumentParser
import ChainKit

/// Lists every root with its state for each purpose.
struct RootsList: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the roots with their state for each purpose.",
        discussion: "The states are those that a certificate issued at the time of the check would meet."
    )

    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func run() throws {
        let list = try roots.load()
        try RootReport(list: list, instant: time.instant(), style: .detected()).write(
            list.entries,
            as: format
        )
    }
}
