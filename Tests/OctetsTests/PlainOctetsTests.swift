import Testing

@testable import Octets

@Suite("Plain octets")
struct PlainOctetsTests {
    /// RFC 8259, 7, and what a terminal shows.
    private func isPlain(_ octet: UInt8) -> Bool {
        (0x20..<0x7f).contains(octet) && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    }

    private func copied(_ text: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { room, count in
            count = text.withUnsafeBytes { PlainOctets.copy($0, to: UnsafeMutableRawBufferPointer(room)) }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40])
    func areCopiedUpToTheFirstThatIsNot(length: Int) {
        for place in 0..<length {
            for octet in UInt8.min...UInt8.max {
                var text = (0..<length).map { UInt8(ascii: "!") + 2 + UInt8($0) }
                text[place] = octet
                guard copied(text) != Array(text.prefix(while: isPlain)) else { continue }
                Issue.record("\(octet) at \(place) of \(length)")
            }
        }
    }

    @Test func areToldApartBesideOthersThatAreNot() {
        for first in UInt8.min...UInt8.max {
            for second: UInt8 in [0x00, 0x1f, 0x21, 0x22, 0x5c, 0x7e, 0x7f, 0x80, 0xff] {
                let text =
                    [UInt8](repeating: 0x61, count: 9) + [first, second] + [0x62, 0x63, 0x64, 0x65, 0x66]
                #expect(copied(text) == Array(text.prefix(while: isPlain)))
            }
        }
    }

    @Test func areNoneOfAnEmptyText() {
        #expect(copied([]).isEmpty)
    }
}
