import Forges
import Testing

@testable import ChainKit

@Suite("Ordered chunks")
struct OrderedChunksTests {
    @Test(arguments: [1, 2, 7])
    func keepsTheOrderOnAnyNumberOfThreads(_ width: Int) throws {
        let inputs = Array(0..<1_000)
        var outputs: [Int] = []
        try OrderedChunks(width: width, size: 3).map(inputs) { index, value in
            index + value
        } each: {
            outputs.append($0)
        }
        #expect(outputs == inputs.map { $0 * 2 })
    }

    @Test func stopsWhenTheReaderThrows() {
        struct Enough: Error {}
        var seen = 0
        #expect(throws: Enough.self) {
            try OrderedChunks(width: 2, size: 4).map(Array(0..<100)) { _, value in
                value
            } each: { _ in
                seen += 1
                if seen == 10 { throw Enough() }
            }
        }
        #expect(seen == 10)
    }
}
