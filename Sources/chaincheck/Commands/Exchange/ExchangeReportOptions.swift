import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// Where the report on an organisation goes, and in which form.
struct ExchangeReportOptions: ParsableArguments, FileNaming {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv
    }

    @Option(help: "text, json or csv.")
    var format = Format.text

    @Option(help: ArgumentHelp("Write the report here instead of to standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write the remedies as a commented PowerShell script, everything with -WhatIf.",
            valueName: "file"
        )
    )
    var script: String?

    @Flag(help: "Text: the answer alone.")
    var quiet = false

    @Flag(help: "Text: show each documented step of each selection.")
    var explain = false

    @Option(
        help:
            "Exit with 1 from this severity on: warning, error, or never; 2 and 3 stay."
    )
    var failOn = FailurePolicy.error

    var namedFiles: NamedFiles {
        NamedFiles().writing("--output", output).writing("--script", script)
    }

    func validate() throws {
        if script == "-" { throw ValidationError("--script wants a file: standard output is the report's") }
        if quiet, explain { throw ValidationError("--quiet and --explain exclude each other") }
        if quiet || explain, format != .text {
            throw ValidationError("--quiet and --explain go with --format text")
        }
    }

    /// What the text shows.
    var textOptions: ExchangeText.Options {
        var options = ExchangeText.Options()
        options.explains = explain
        options.isQuiet = quiet
        return options
    }
}

extension FailurePolicy {
    /// The exit code of a diagnosis.
    func status(_ report: ExchangeReport, allowsEmpty: Bool) -> ExitStatus {
        let (counts, diagnosis) = (report.counts, report.diagnosis)
        return ExitStatus(
            counts,
            isFailed: isFailed(
                errors: counts.unfit + diagnosis.count(.error),
                warnings: diagnosis.count(.warning)
            ),
            allowsEmpty: allowsEmpty
        )
    }
}
