#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A thread of the system's.
///
/// libdispatch keeps three file descriptors open for its own pool, reads `/proc`, and ends the process with a
/// trap where it cannot have them. An audit that is short of descriptors shall say so instead.
package struct WorkerThread {
    private let thread: pthread_t

    /// Starts a thread; nil where the system has none left.
    package init?(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
        var place: pthread_t?
        let result = pthread_create(&place, nil, { Work.run($0) }, work.toOpaque())
        #else
        var place = pthread_t()
        let result = pthread_create(&place, nil, { $0.flatMap { Work.run($0) } }, work.toOpaque())
        #endif
        let started: pthread_t? = place
        guard result == 0, let started else {
            work.release()
            return nil
        }
        thread = started
    }

    /// Waits for its end; to be called once, or ``leave()``.
    package func wait() { pthread_join(thread, nil) }

    /// Lets it run for as long as the process does.
    package func leave() { pthread_detach(thread) }

    private final class Work: Sendable {
        private let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
            return nil
        }
    }
}
