import ArgumentParser
import ChainKit
import Reports

/// Where a report goes, in which form, and what makes the run fail.
struct ReportOptions: ParsableArguments, FileNaming {
    @Option(help: "\(AuditReportFormat.names).")
    var format = AuditReportFormat.all[0]

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
        if quiet, !format.isForReading { throw ValidationError("--quiet goes with --format text") }
        if explain, !format.isForReading {
            throw ValidationError("--explain goes with --format text; json has all paths")
        }
        if quiet, explain { throw ValidationError("--quiet and --explain exclude each other") }
    }
}

/// An option names a form of an audit's report.
extension AuditReportFormat: ExpressibleByArgument {
    package static var allValueStrings: [String] { all.map(\.name) }

    package init?(argument: String) {
        guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
        self = format
    }

    package var defaultValueDescription: String { name }
}

/// The forms in which a command can answer.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson
}

/// From which severity on a run exits with 1.
///
/// No policy silences 2 or 3: what was not read, or not there, is no matter of severity.
enum FailurePolicy: String, ExpressibleByArgument, CaseIterable {
    case warning, error, never

    /// Whether a run has failed.
    ///
    /// - Parameters:
    ///   - errors: what is not fit.
    ///   - warnings: what is fit, with warnings.
    /// - Returns: whether 1 is the exit code.
    func isFailed(errors: Int, warnings: Int) -> Bool {
        switch self {
        case .never: false
        case .error: errors > 0
        case .warning: errors + warnings > 0
        }
    }

    /// The exit code of an audit that came to its end.
    func status(_ summary: AuditSummary, allowsEmpty: Bool) -> ExitStatus {
        let counts = summary.counts
        return ExitStatus(
            counts,
            isFailed: isFailed(errors: counts.unfit, warnings: summary.count(.eligibleWithWarnings)),
            allowsEmpty: allowsEmpty
        )
    }
}
