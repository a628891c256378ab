import ArgumentParser

/// The exit codes of every command.
///
/// Where 1, 2 and 3 hold together, the lowest decides; a signal and a report that was not written go before them.
/// `throw ExitStatus.unread.code` ends a run.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    /// Something is not fit, a connector stops, a verification rejects, or a difference or a missing match was
    /// found. Undetermined counts as not fit.
    case unfit = 1
    /// Nothing of that, but something could not be read.
    case unread = 2
    /// Nothing was there to judge or to answer.
    case nothingToJudge = 3
    /// The command line is wrong (EX_USAGE of sysexits.h).
    case usage = 64
    /// The report could not be written (EX_IOERR of sysexits.h).
    case reportNotWritten = 74
    /// SIGHUP, as a shell counts: 128 and the number of the signal.
    case hangup = 129
    /// SIGINT, which is Ctrl-C.
    case interrupted = 130
    /// SIGTERM.
    case terminated = 143

    /// What ArgumentParser ends the process with.
    var code: ExitCode { ExitCode(rawValue) }
}
