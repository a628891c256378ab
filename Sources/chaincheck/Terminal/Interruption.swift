import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ctrl-C as a wish to end: what was done so far is reported.
///
/// A second one ends the process at once.
enum Interruption {
    /// The exit code by which a shell knows SIGINT.
    static let exitCode: Int32 = 130

    private static let isAsked = Atomic(false)
    // A pipe into which the handler writes, so that a wait for input ends whenever the signal comes.
    private static let readEnd = Atomic<Int32>(-1)
    private static let writeEnd = Atomic<Int32>(-1)

    /// Begins to listen.
    static func listen() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            readEnd.store(ends[0], ordering: .relaxed)
            writeEnd.store(ends[1], ordering: .relaxed)
        }
        signal(SIGINT) { _ in
            // Atomics, write(2) and signal(2) are all that a handler may use here.
            let number = errno
            Interruption.isAsked.store(true, ordering: .relaxed)
            var octet: UInt8 = 0
            _ = write(Interruption.writeEnd.load(ordering: .relaxed), &octet, 1)
            signal(SIGINT, SIG_DFL)
            errno = number
        }
    }

    /// Waits until a descriptor has something to read or is at its end; false where somebody wants the run to end.
    static func waits(for descriptor: Int32) -> Bool {
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

    /// Whether somebody wants the run to end.
    static var isWanted: Bool { isAsked.load(ordering: .relaxed) }
}
