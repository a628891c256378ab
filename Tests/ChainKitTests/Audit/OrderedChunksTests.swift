import Forges
import Testing

@testable import ChainKit

@Suite("Ordered chunks")
struct OrderedChunksTests {
    @Test(arguments: [1, 2, 7])
    func keepsTheOrderOnAnyNumberOfThreads(_ width: Int) throws {
        let inputs = Array(0..<1_000)
        var outputs: [Int] = []
        try OrderedChunks(width: width).map(inputs, size: 3) { _, value in
            value * 2
        } each: {
            outputs.append($0)
        }
        #expect(outputs == inputs.map { $0 * 2 })
    }

    @Test func givesEachThreadAWorkerOfItsOwnAndKeepsItForTheNextRun() throws {
        let chunks = OrderedChunks(width: 3)
        var workers: Set<Swift.ObjectIdentifier> = []
        for _ in 0..<4 {
            try chunks.map(Array(0..<100)) { worker, _ in
                Swift.ObjectIdentifier(worker)
            } each: {
                workers.insert($0)
            }
        }
        #expect((1...3).contains(workers.count))
    }

    @Test func stopsWhenTheReaderThrows() {
        struct Enough: Error {}
        var seen = 0
        #expect(throws: Enough.self) {
            try OrderedChunks(width: 2).map(Array(0..<100), size: 4) { _, value in
                value
            } each: { _ in
                seen += 1
                if seen == 10 { throw Enough() }
            }
        }
        #expect(seen == 10)
    }
}
