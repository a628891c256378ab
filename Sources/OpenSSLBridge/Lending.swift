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
