import ArgumentParser
import ChainKit

/// From which severity on an audit exits with 1.
enum FailurePolicy: String, ExpressibleByArgument, CaseIterable {
    case warning, error, never

    /// The exit code of an audit: 2 where something could not be read, 1 where something is not eligible.
    ///
    /// What could not be read might have been the answer, so 2 goes before 1, and no policy silences it: it is no
    /// matter of severity.
    func exitCode(_ summary: AuditSummary) -> ExitCode {
        if summary.isInterrupted { return ExitCode(Interruption.exitCode) }
        if summary.filesWithErrors > 0 { return ExitCode(2) }
        let refused = summary.count(.ineligible) + summary.count(.undetermined)
        let isFailed =
            switch self {
            case .never: false
            case .error: refused > 0
            case .warning: refused + summary.count(.eligibleWithWarnings) > 0
            }
        return isFailed ? ExitCode(1) : .success
    }
}
