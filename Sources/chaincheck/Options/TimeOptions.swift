import ArgumentParser
import ChainKit
import FoundationEssentials

/// The time of the check, fixed once a run.
struct TimeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Check as of this time instead of now.", valueName: "RFC3339"))
    var at: String?

    /// The instant, to the second; the only place that reads the clock.
    func instant() throws -> Instant {
        guard let at else { return Instant(seconds: Int64(Date().timeIntervalSince1970)) }
        guard let instant = Instant(rfc3339: at) else {
            throw ValidationError("--at: '\(at)' is no time; write it as 2026-11-23T12:00:00Z or 2026-11-23")
        }
        return instant.wholeSecond
    }

    func validate() throws {
        if at != nil { _ = try instant() }
    }
}
