import ArgumentParser
import ChainKit

/// Finds roots by the name of a CA or a brand.
struct RootsFind: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find roots by a CA's name or brand, in the subject and in Microsoft's friendly name.",
        discussion: RootsCommand.exitCodes("no root has that name")
    )

    @Argument(help: "A part of the name, in any case.") var text: String
    @OptionGroup var roots: RootListOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles.of(roots)
    }

    func run() throws {
        let list = try roots.load()
        let found = RootSearch(list: list).roots(containing: text)
        if found.isEmpty, format == .text {
            StandardError.report(
                "no root has '\(PrintableText.escape(text))' in its name",
                hint: "a root may bear the name of the company that had it before"
            )
        } else {
            try RootReport(list: list, instant: time.instant(), style: .detected()).write(found, as: format)
        }
        if found.isEmpty { throw ExitStatus.unfit.code }
        try roots.refuseUnsigned(list)
    }
}
