import ArgumentParser
import Reports

/// Where the report on an offer goes, and in which form.
struct OfferReportOptions: ParsableArguments, FileNaming {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format = Format.text

    @Option(help: ArgumentHelp("Write the report here instead of to standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Text: show all that was found of every issuer, not of the best alone.")
    var explain = false

    @Option(
        help:
            "Exit with 1 from this severity on: warning (conditions), error (do not buy), or never; 2 and 3 stay."
    )
    var failOn = FailurePolicy.error

    var namedFiles: NamedFiles {
        NamedFiles().writing("--output", output)
    }

    func validate() throws {
        if explain, format != .text { throw ValidationError("--explain goes with --format text") }
    }

    func write(_ report: OfferReport) throws {
        let version = ChainCheck.version
        let octets: [UInt8]
        switch format {
        case .json: octets = OfferJSON(toolVersion: version).document(report)
        case .text:
            let style: TextStyle = output == nil ? .detected() : .plain
            octets = Array(OfferText(toolVersion: version, style: style, explains: explain).page(report).utf8)
        }
        try ReportFile.write(octets, to: output)
    }
}
