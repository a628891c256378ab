import Dispatch
import OpenSSLBridge
import Synchronization

/// Works on chunks of a collection on several threads and hands the results on in order, while the work goes on.
///
/// The calling thread takes results as soon as the next one in order is there, and works on a chunk itself while it is
/// not. No more than a window of chunks is begun and not handed on, so that a slow reader of the results holds the work
/// up instead of filling memory.
package struct OrderedChunks: Sendable {
    private let width: Int
    /// As many as ever worked at once; kept from one run to the next, with what they know.
    ///
    /// A thread takes one for a chunk and gives it back: what it hands results on to may begin a run of its
    /// own.
    private let workers = Lending { Worker() }

    /// Plans to work on so many threads.
    package init(width: Int) { self.width = max(1, width) }

    private static let chunksPerThread = 4

    /// Calls `transform` for each element on any thread and `each` for each result, in order, on the caller's.
    ///
    /// - Parameters:
    ///   - inputs: what to work on.
    ///   - size: how many elements a thread takes at a time.
    ///   - transform: works on an element, with what no other thread has meanwhile.
    ///   - each: takes a result.
    /// - Throws: what `each` throws; then no more is begun.
    package func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input],
        size: Int = 1,
        _ transform: @Sendable (Worker, Input) -> Output,
        each: (Output) throws -> Void
    ) throws {
        try mapRanges(of: inputs.count, size: size) { worker, range in
            range.map { transform(worker, inputs[$0]) }
        } each: { outputs in
            for output in outputs { try each(output) }
        }
    }

    /// Calls `transform` for each chunk's range on any thread and `each` for each result, in order, on the caller's.
    func mapRanges<Output: Sendable>(
        of count: Int,
        size: Int,
        _ transform: @Sendable (Worker, Range<Int>) -> Output,
        each: (Output) throws -> Void
    ) throws {
        let chunks = (count + size - 1) / size
        let work = ChunkWork<Output>(chunks: chunks, window: width * Self.chunksPerThread)
        try withoutActuallyEscaping(transform) { transform in
            let output: @Sendable (Int) -> Output = { [workers] chunk in
                workers.lend { transform($0, (chunk * size)..<min((chunk + 1) * size, count)) }
            }
            // Where the system has no thread left, there are fewer: the calling one does all by itself if it must.
            let threads = (1..<max(1, min(width, chunks))).compactMap { _ in
                WorkerThread { while work.isStepDone(waiting: true, output) {} }
            }
            defer {
                work.stop(workers: width)
                for thread in threads { thread.wait() }
            }
            for chunk in 0..<chunks {
                while true {
                    if let result = work.take(chunk) {
                        try each(result)
                        break
                    }
                    if !work.isStepDone(waiting: false, output) { work.waitForResult() }
                }
            }
        }
    }
}

/// What the threads of one run share: the next chunk to work on, and results that wait for their turn.
private final class ChunkWork<Output: Sendable>: Sendable {
    private let chunks: Int
    private let next = Atomic(0)
    private let isStopped = Atomic(false)
    private let results = Locked<[Int: Output]>([:])
    // Counts up from 0, since libdispatch traps on a semaphore that goes away below the count it was made with.
    private let room = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)

    init(chunks: Int, window: Int) {
        self.chunks = chunks
        for _ in 0..<window { room.signal() }
    }

    /// Works on the next chunk; false where none is left or, unless it may wait, none may be begun now.
    func isStepDone(waiting: Bool, _ output: (Int) -> Output) -> Bool {
        guard next.load(ordering: .relaxed) < chunks else { return false }
        guard room.wait(timeout: waiting ? .distantFuture : .now()) == .success else { return false }
        guard !isStopped.load(ordering: .relaxed) else { return false }
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else {
            room.signal()
            return false
        }
        let result = output(chunk)
        results.withLock { $0[chunk] = result }
        finished.signal()
        return true
    }

    /// The result of a chunk, nil where it is not there yet; makes room for another.
    func take(_ chunk: Int) -> Output? {
        guard let result = results.withLock({ $0.removeValue(forKey: chunk) }) else { return nil }
        room.signal()
        return result
    }

    /// Waits until some chunk more is finished.
    func waitForResult() { finished.wait() }

    /// Lets every thread that waits for room go.
    func stop(workers: Int) {
        isStopped.store(true, ordering: .relaxed)
        for _ in 0..<workers { room.signal() }
    }
}
