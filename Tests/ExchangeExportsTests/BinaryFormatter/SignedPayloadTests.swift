import ExchangeExports
import TestSupport
import Testing

@Suite("The frame of payload signing around a serialized certificate")
struct SignedPayloadTests {
    private static var stream: [UInt8] {
        var writer = SerializedExchangeCertificateWriter(storeElement: [1, 2, 3])
        writer.services = 24
        writer.rootCAType = 3
        writer.identity = "EX01\\ABCD"
        return writer.octets
    }

    private static func read(_ octets: [UInt8]) throws(BinaryFormatterError) -> SerializedExchangeCertificate
    {
        try SerializedExchangeCertificate(octets: octets)
    }

    @Test("holds the facts whatever the length of its trailer", arguments: [0, 1, 32, 256, 100_000])
    func holdsTheFacts(_ trailer: Int) throws {
        let unsigned = try Self.read(Self.stream)
        let octets = [UInt8](repeating: 0x5a, count: trailer)
        #expect(try Self.read(SignedPayloadWriter.frame(Self.stream, trailer: octets)) == unsigned)
        #expect(unsigned.services == 24)
        #expect(unsigned.rootCAType == 3)
        #expect(unsigned.status == 1)
    }

    @Test("may be followed by another frame, which is passed over")
    func passesOverASecondFrame() throws {
        let second = SignedPayloadWriter.frame(Self.stream, trailer: [])
        let octets = SignedPayloadWriter.frame(Self.stream, trailer: second)
        #expect(try Self.read(octets).services == 24)
    }

    @Test(
        "is refused for a length that is not positive or more than what follows",
        arguments: [0, -1, Int32.min, Int32.max, 4_096]
    )
    func isRefusedForALyingLength(_ length: Int32) {
        let stream = [UInt8](Self.stream.prefix(4_000))
        let octets = SignedPayloadWriter.frame(stream, length: length, trailer: [])
        #expect(throws: BinaryFormatterError.badFrame(length: length, left: stream.count)) {
            try Self.read(octets)
        }
    }

    @Test("is refused wherever its head is cut off", arguments: 5...8)
    func isRefusedWhereItsHeadIsCutOff(_ length: Int) {
        let octets = [UInt8](SignedPayloadWriter.frame(Self.stream, trailer: []).prefix(length))
        #expect(throws: BinaryFormatterError.badFrame(length: nil, left: length - 5)) {
            try Self.read(octets)
        }
    }

    @Test("is refused wherever its stream is cut off, and nothing of the trailer is taken for the stream")
    func isRefusedWhereItsStreamIsCutOff() {
        for length in 1..<Self.stream.count {
            let rest = [UInt8](Self.stream[length...])
            let cut = [UInt8](Self.stream[..<length])
            #expect(throws: BinaryFormatterError.self) {
                try Self.read(SignedPayloadWriter.frame(cut, trailer: rest))
            }
        }
    }
}
