import ArgumentParser

/// Where the report on an organisation goes, and in which form.
struct ExchangeReportOptions: ParsableArguments {
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
            "Exit with 1 from this severity on: warning, error, or never; 2, something could not be read, stays."
    )
    var failOn = FailurePolicy.error

    func validate() throws {
        if quiet, explain { throw ValidationError("--quiet and --explain exclude each other") }
        if quiet || explain, format != .text {
            throw ValidationError("--quiet and --explain go with --format text")
        }
    }
}
