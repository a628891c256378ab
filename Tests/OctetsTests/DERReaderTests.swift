import Testing

@testable import Octets

@Suite("DER reader")
struct DERReaderTests {
    @Test func readsNestedElements() throws {
        var reader = DERReader([0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00])
        var inner = reader.inside(try reader.next(DERReader.Tag.sequence, "a sequence"))
        let number = try inner.next(DERReader.Tag.integer, "a number")
        #expect(Array(inner[number.content]) == [7])
        _ = try inner.next(DERReader.Tag.null, "a null")
        try inner.finish("the null")
        try reader.finish("the sequence")
    }

    @Test(
        arguments: [
            [0x30, 0x80, 0x00, 0x00], [0x30, 0x81, 0x05, 1, 2, 3, 4, 5], [0x30, 0x82, 0x00, 0x81],
            [0x1f, 0x20, 0x00], [0x30, 0x05, 0x02], [0x30], [0x30, 0x85, 1, 0, 0, 0, 0],
        ] as [[UInt8]]
    )
    func refusesWhatIsNotDER(_ octets: [UInt8]) {
        var reader = DERReader(octets)
        #expect(throws: DERReader.Failure.self) { try reader.next() }
    }

    @Test func saysWhereItStoppedAndWhatItFound() {
        var reader = DERReader([0x05, 0x00, 0x04, 0x00])
        #expect(throws: Never.self) { try reader.next(DERReader.Tag.null, "a null") }
        let failure = #expect(throws: DERReader.Failure.self) {
            try reader.next(DERReader.Tag.integer, "a number")
        }
        #expect(failure?.description == "expected a number, found tag 0x04 at offset 2")
    }
}
