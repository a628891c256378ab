import Testing

@testable import Octets

struct StreamedLinesTests {
    /// The lines, the octets given in pieces of a size.
    private static func lines(_ octets: [UInt8], pieces: Int) -> [String] {
        var lines = StreamedLines()
        var found: [String] = []
        for start in stride(from: 0, to: octets.count, by: pieces) {
            lines.take(Array(octets[start..<min(start + pieces, octets.count)])) {
                found.append(String(decoding: $0, as: UTF8.self))
            }
        }
        lines.finish { found.append(String(decoding: $0, as: UTF8.self)) }
        return found
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func cutsTheSameLinesWhateverThePieces(_ pieces: Int) {
        let text = Array("eins\r\nzwö\n\ndrei".utf8)
        #expect(Self.lines(text, pieces: pieces) == ["eins", "zwö", "", "drei"])
    }

    @Test(arguments: [5, 16, 1_000], [true, false])
    func readsUTF16(_ pieces: Int, _ isBigEndian: Bool) {
        let text = "Сбой TLS 😀\r\nzwei"
        let octets: [UInt8] = ("\u{feff}" + text).utf16.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xff)] : [UInt8(unit & 0xff), UInt8(unit >> 8)]
        }
        #expect(Self.lines(octets, pieces: pieces) == ["Сбой TLS 😀", "zwei"])
    }

    @Test func dropsTheMarkOfUTF8() {
        #expect(
            Self.lines([0xef, 0xbb, 0xbf] + Array("#Software\nx".utf8), pieces: 100) == ["#Software", "x"]
        )
    }

    @Test func cutsALineThatHasNoEnd() {
        let octets = [UInt8](repeating: 0x61, count: StreamedLines.longestLine * 3) + [0x0a, 0x62]
        #expect(Self.lines(octets, pieces: 1_000).map(\.utf8.count) == [StreamedLines.longestLine, 1])
    }
}
