internal import COpenSSL

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Values of which each worker takes one, uses it alone and gives it back: as many as ever were in use at once.
package final class Lending<Value>: Sendable {
    private let make: @Sendable () -> Value
    private let free = Locked<[Value]>([])

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    /// Runs a piece of work with a value that no other worker has meanwhile.
    package func lend<Result, Failure: Error>(
        _ work: (Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let value = free.withLock { $0.popLast() } ?? make()
        defer { free.withLock { $0.append(value) } }
        return try work(value)
    }
}

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

// What a certificate and a request have alike, lent from OpenSSL's memory for the time of a call.

/// What is done with a key that is lent.
package typealias PublicKeyLoan<Result> = (
    _ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters,
    _ key: UnsafeBufferPointer<UInt8>
) -> Result

/// What is done with an algorithm that is lent.
package typealias AlgorithmLoan<Result> = (
    _ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters
) -> Result

/// Lends a key's algorithm, its parameters and the key's own octets; nil where OpenSSL has none of them.
func lendPublicKey<Result>(_ key: OpaquePointer?, _ body: PublicKeyLoan<Result>) -> Result? {
    var algorithm: OpaquePointer?
    var start: UnsafePointer<UInt8>?
    var count: Int32 = 0
    var identifier: UnsafeMutablePointer<X509_ALGOR>?
    guard X509_PUBKEY_get0_param(&algorithm, &start, &count, &identifier, key) == 1 else { return nil }
    return body(
        octets(of: algorithm),
        AlgorithmParameters(UnsafePointer(identifier)),
        UnsafeBufferPointer(start: start, count: Int(count))
    )
}

/// Lends a signature's algorithm and its parameters.
func lendAlgorithm<Result>(
    _ identifier: UnsafePointer<X509_ALGOR>,
    _ body: AlgorithmLoan<Result>
) -> Result {
    var algorithm: OpaquePointer?
    X509_ALGOR_get0(&algorithm, nil, nil, identifier)
    return body(octets(of: algorithm), AlgorithmParameters(identifier))
}

func octets(of string: UnsafePointer<ASN1_STRING>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(max(0, ASN1_STRING_length(string))))
}

/// Content octets of an ASN1_OBJECT.
func octets(of object: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: OBJ_get0_data(object), count: OBJ_length(object))
}
