import Dispatch
import OpenSSLBridge
import Synchronization

/// Works on chunks of a collection on several threads and hands the results on in order.
///
/// No more than a window of chunks is in memory at once, so that a slow reader of the results holds the work up
/// instead of filling memory.
public struct OrderedChunks: Sendable {
    private let width: Int
    private let size: Int

    /// Plans the work.
    ///
    /// - Parameters:
    ///   - width: how many threads work.
    ///   - size: how many elements a thread takes at a time.
    public init(width: Int, size: Int) {
        self.width = width
        self.size = size
    }

    private static let chunksPerThread = 8

    /// Calls `transform` for each element on any thread and `each` for each result, in order, on the caller's.
    public func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input],
        _ transform: @Sendable (Int, Input) -> Output,
        each: (Output) throws -> Void
    ) throws {
        let window = size * max(1, width) * Self.chunksPerThread
        var start = 0
        while start < inputs.count {
            let end = min(start + window, inputs.count)
            for chunk in transformed(inputs, start..<end, transform) {
                for output in chunk { try each(output) }
            }
            start = end
        }
    }

    private func transformed<Input: Sendable, Output: Sendable>(
        _ inputs: [Input],
        _ range: Range<Int>,
        _ transform: @Sendable (Int, Input) -> Output
    ) -> [[Output]] {
        let starts = Array(stride(from: range.lowerBound, to: range.upperBound, by: size))
        let next = Atomic(0)
        let results = Locked<[[Output]]>(Array(repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: min(max(1, width), starts.count)) { _ in
            while true {
                let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard chunk < starts.count else { return }
                let end = min(starts[chunk] + size, range.upperBound)
                let outputs = (starts[chunk]..<end).map { transform($0, inputs[$0]) }
                results.withLock { $0[chunk] = outputs }
            }
        }
        return results.withLock { $0 }
    }
}
