import ChainKit
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// SIGINT (Ctrl-C), SIGTERM and SIGHUP: what was asked for is not delivered half, and what is half done is kept.
///
/// A thread of its own waits for the signals. The first one ends the process, unless the command said that it looks at
/// ``isWanted`` and sums up what it has done. The second one always ends the process.
enum Interruption {
    /// The exit code by which shells know the signal: 128 and its number.
    static var exitCode: Int32 { 128 + signalNumber.load(ordering: .acquiring) }

    /// Whether somebody wants the run to end.
    ///
    /// A signal that has come counts even before the thread that waits for it has run.
    static var isWanted: Bool {
        if signalNumber.load(ordering: .acquiring) != 0 { return true }
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        for number in [SIGINT, SIGTERM, SIGHUP] where sigismember(&pending, number) == 1 {
            if number == SIGHUP, !hearsHangup.load(ordering: .relaxed) { continue }
            note(number)
            return true
        }
        return false
    }

    private static let signalNumber = Atomic<Int32>(0)
    private static let hearsHangup = Atomic(false)
    private static let isSummedUp = Atomic(false)
    // Written to when a signal has come, so that a wait for input ends then. Made by the first wait.
    private static let readEnd = Atomic<Int32>(-1)
    private static let writeEnd = Atomic<Int32>(-1)

    /// Begins to listen.
    ///
    /// Must come before any other thread is started: threads inherit which signals are blocked.
    static func listen() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        // nohup(1) leaves SIGHUP ignored, and wants it to stay so.
        if !isIgnored(SIGHUP) {
            sigaddset(&signals, SIGHUP)
            hearsHangup.store(true, ordering: .relaxed)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        if let thread = WorkerThread({ [signals] in wait(for: signals) }) {
            thread.leave()
        } else {
            // Nobody would hear them: they end the process as they do by themselves.
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        }
    }

    /// Says that the first signal is looked for with ``isWanted`` from now on, and does not end the process.
    static func sumsUp() { isSummedUp.store(true, ordering: .releasing) }

    /// Waits until a descriptor has something to read or is at its end; false where somebody wants the run to end.
    static func waits(for descriptor: Int32) -> Bool {
        if readEnd.load(ordering: .relaxed) < 0 { makePipe() }
        // poll(2) passes over an end of a pipe that is not there.
        var waiting = [descriptor, readEnd.load(ordering: .relaxed)].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while !isWanted {
            // Any other failure than a signal is one of the read that follows, which says so.
            if poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno != EINTR { break }
        }
        return !isWanted
    }

    /// The first signal is the one that counts.
    private static func note(_ number: Int32) {
        _ = signalNumber.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
    }

    private static func makePipe() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd.store(ends[0], ordering: .sequentiallyConsistent)
        writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    }

    private static func wait(for signals: sigset_t) {
        var signals = signals
        var isFirst = true
        while true {
            var number: Int32 = 0
            guard sigwait(&signals, &number) == 0 else { continue }
            if isFirst {
                note(number)
                let end = writeEnd.load(ordering: .sequentiallyConsistent)
                if end >= 0 { wake(end) }
            }
            if isFirst, isSummedUp.load(ordering: .acquiring) {
                isFirst = false
                continue
            }
            end(signals)
        }
    }

    private static func end(_ signals: sigset_t) -> Never {
        // From here on a signal kills, even where nobody takes what is written to standard error.
        var signals = signals
        for number in [SIGINT, SIGTERM] + (sigismember(&signals, SIGHUP) == 1 ? [SIGHUP] : []) {
            signal(number, SIG_DFL)
        }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        let kept = UnfinishedReport.leaveAll()
        StandardError.report("interrupted by \(signalName)")
        for report in kept { StandardError.report(report) }
        _exit(exitCode)
    }

    private static var signalName: String {
        switch signalNumber.load(ordering: .acquiring) {
        case SIGINT: "SIGINT"
        case SIGHUP: "SIGHUP"
        default: "SIGTERM"
        }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        #if canImport(Darwin)
        let handler = action.__sigaction_u.__sa_handler
        #else
        let handler = action.__sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

// Outside the enum, where the name means the system call.
private func wake(_ descriptor: Int32) {
    var octet: UInt8 = 0
    _ = write(descriptor, &octet, 1)
}
