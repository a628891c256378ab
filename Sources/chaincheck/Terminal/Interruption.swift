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

    /// Begins to listen.
    static func listen() {
        signal(SIGINT) { _ in
            // An atomic store and signal(2) are all that a handler may do here.
            Interruption.isAsked.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }

    /// Whether somebody wants the run to end.
    static var isWanted: Bool { isAsked.load(ordering: .relaxed) }
}
