import TestSupport
import Testing

@testable import Octets

struct Base64DecoderTests {
    @Test func decodesEveryLength() {
        for count in 0..<70 {
            let octets = (0..<count).map { UInt8($0 * 37 & 0xff) }
            let text = PEMWriter.base64(octets)
            #expect(Base64Decoder.decode(Array(text.utf8)) == .octets(octets))
            let unpadded = text.utf8.filter { $0 != UInt8(ascii: "=") }
            #expect(Base64Decoder.decode(unpadded) == .octets(octets))
            let spread = text.utf8.flatMap { [$0, UInt8(ascii: "\n")] }
            #expect(Base64Decoder.decode(spread) == .octets(octets))
        }
    }

    @Test(arguments: [("AAA!", 3), ("=AAA", 0), ("A===", 1), ("AA==AAAA", 4), ("AA-A", 2), ("AA==\u{0}", 4)])
    func namesWhatDoesNotBelong(_ text: String, offset: Int) {
        #expect(Base64Decoder.decode(Array(text.utf8)) == .illegal(offset: offset))
    }

    @Test func tellsALoneDigit() { #expect(Base64Decoder.decode(Array("AAAAA".utf8)) == .cutOff) }

    @Test func goesOnAfterPaddingWhereAskedTo() {
        #expect(Base64Decoder.decode(Array("AQ==\nAg==".utf8), allowsSeveral: true) == .octets([1, 2]))
    }
}
