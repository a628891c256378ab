#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A value that one thread at a time may see.
///
/// `Synchronization.Mutex` does the same; ThreadSanitizer does not know it in Swift 6.3 and calls every use of it a
/// race, which would hide a real one. It knows pthread's.
package final class Locked<Value> {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    package init(_ value: Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        // Fails only for want of memory, as the allocation above would.
        precondition(pthread_mutex_init(mutex, nil) == 0, "no memory for a lock")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deinitialize(count: 1)
        mutex.deallocate()
    }

    /// Runs `body` while no other thread runs one on this value; not to be nested.
    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}

// The value is reached through withLock alone, which lets one thread in at a time.
extension Locked: @unchecked Sendable {}
