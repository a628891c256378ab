import ArgumentParser
import ChainKit

/// From which severity on an audit exits with 1.
enum FailurePolicy: String, ExpressibleByArgument, CaseIterable {
    case warning, error, never

    /// The exit code of an audit: 2 where something could not be read, 1 where something is not eligible.
    ///
    /// What could not be read might have been the answer, so 2 goes before 1.
    func exitCode(_ summary: AuditSummary) -> ExitCode {
        if self == .never { return .success }
        if summary.filesWithErrors > 0 { return ExitCode(2) }
        let isFailed =
            summary.count(.ineligible) + summary.count(.undetermined) > 0
            || self == .warning && summary.count(.eligibleWithWarnings) > 0
        return isFailed ? ExitCode(1) : .success
    }
}
