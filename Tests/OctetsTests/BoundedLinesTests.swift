import Testing

@testable import Octets

@Suite("Bounded lines")
struct BoundedLinesTests {
    /// What a text gives that arrives in pieces of a size.
    private func lines(_ text: String, pieces: Int, limit: Int = 10) -> [String] {
        var lines = BoundedLines(limit: limit)
        var found: [BoundedLines.Line] = []
        let octets = Array(text.utf8)
        for start in stride(from: 0, to: octets.count, by: pieces) {
            found += lines.take(Array(octets[start..<min(start + pieces, octets.count)]))
        }
        if let last = lines.finish() { found.append(last) }
        return found.map { line in
            switch line {
            case .octets(let octets, let number): "\(number) \(String(decoding: octets, as: UTF8.self))"
            case .tooLong(let number): "\(number) too long"
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func cutsLinesWhereverThePiecesEnd(pieces: Int) {
        #expect(lines("one\n\ntwo\nthree", pieces: pieces) == ["1 one", "2 ", "3 two", "4 three"])
        #expect(lines("", pieces: pieces) == [])
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func answersALineThatIsTooLongOnceAndGoesOn(pieces: Int) {
        let text = "one\n0123456789\n01234567890\ntwo\n" + String(repeating: "x", count: 50)
        #expect(
            lines(text, pieces: pieces) == ["1 one", "2 0123456789", "3 too long", "4 two", "5 too long"]
        )
    }
}
