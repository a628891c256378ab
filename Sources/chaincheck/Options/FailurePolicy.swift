import ArgumentParser
import ChainKit

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
