import ArgumentParser
import ChainKit
import Reports

/// Lists every root with its state for each purpose.
struct RootsList: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the roots with their state for each purpose.",
        discussion: """
            The states are those that a certificate issued at the time of the check would meet.

            Exit codes: 0 the list was read; 2 it could not be, or is not signed by Microsoft; 3 it names no root \
            (--allow-empty makes it 0). 64 the command line is wrong, 74 the answer could not be written.
            """
    )

    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var empty: EmptyOptions
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
        try roots.refuseUnsigned(list)
        if list.entries.isEmpty { throw ExitStatus.nothing("the list names no root") }
    }
}
