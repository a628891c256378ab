import ArgumentParser
import ChainKit

/// Where a report goes, in which form, and what makes the run fail.
struct ReportOptions: ParsableArguments, FileNaming {
    /// The forms of an audit's report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, ndjson, csv
    }

    @Option(help: "text, json, ndjson or csv.")
    var format = Format.text

    @Option(help: ArgumentHelp("Write the report here instead of to standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Text: the answer alone.")
    var quiet = false

    @Flag(help: "Text: show the rejected paths, too, and why.")
    var explain = false

    @Flag(help: "json and ndjson: put each certificate's PEM into the report.")
    var pem = false

    @Option(
        help:
            "Exit with 1 from this severity on: warning, error, or never; 2 and 3 stay."
    )
    var failOn = FailurePolicy.error

    var namedFiles: NamedFiles {
        NamedFiles().writing("--output", output)
    }

    func validate() throws {
        if quiet, format != .text { throw ValidationError("--quiet goes with --format text") }
        if explain, format != .text {
            throw ValidationError("--explain goes with --format text; json has all paths")
        }
        if quiet, explain { throw ValidationError("--quiet and --explain exclude each other") }
    }
}
