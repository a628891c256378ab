import ExchangeExports
import TestSupport
import Testing

@Suite("A damaged stream of .NET's BinaryFormatter")
struct HostileBinaryStreamTests {
    private static func error(_ octets: [UInt8]) -> BinaryFormatterError? {
        do throws(BinaryFormatterError) {
            _ = try SerializedExchangeCertificate(octets: octets)
            return nil
        } catch { return error }
    }

    private static func stream(_ write: (inout BinaryStreamWriter) -> Void) -> [UInt8] {
        var stream = BinaryStreamWriter()
        write(&stream)
        return stream.octets
    }

    @Test("is an error wherever it is cut off")
    func isAnErrorWhereverCutOff() throws {
        let whole = try #require(try RealExport.streams("GetExchangeCertificate").dropFirst().first)
        #expect(Self.error(whole) == nil)
        for length in whole.indices { #expect(Self.error(Array(whole[..<length])) != nil) }
    }

    @Test("is read or refused with any octet changed")
    func isReadOrRefusedWithAnyOctetChanged() throws {
        let whole = try #require(try RealExport.streams("GetExchangeCertificate").dropFirst().first)
        var refused = 0
        for index in whole.indices {
            for change: UInt8 in [0x01, 0xff] {
                var changed = whole
                changed[index] ^= change
                if Self.error(changed) != nil { refused += 1 }
            }
        }
        #expect(refused > 0)
    }

    @Test("is refused for a length that lies", arguments: [6, 15, 16, 17])
    func isRefusedForALyingLength(_ record: UInt8) {
        for length in [Int32.max, -1, 0x00ff_ffff] {
            let octets = Self.stream {
                $0.octet(record)
                $0.int32(1)
                if record == 6 { $0.append([0xff, 0xff, 0xff, 0xff, 0x07]) } else { $0.int32(length) }
                $0.octet(2)
            }
            #expect(Self.error(octets) != nil)
        }
    }

    @Test("is refused for an array of more nulls than are worth counting")
    func isRefusedForManyNulls() {
        let octets = Self.stream {
            $0.octet(16)
            $0.int32(1)
            $0.int32(Int32.max)
            $0.octet(14)
            $0.int32(Int32.max)
            $0.end()
        }
        guard case .tooLarge = Self.error(octets) else { return #expect(Bool(false)) }
    }

    @Test("is refused for dimensions whose product has no room")
    func isRefusedForManyDimensions() {
        let octets = Self.stream {
            $0.octet(7)
            $0.int32(1)
            $0.octet(2)
            $0.int32(3)
            for _ in 0..<3 { $0.int32(Int32.max) }
            $0.append([0, 2])
        }
        #expect(Self.error(octets) != nil)
    }

    @Test("is refused for objects too deep in one another")
    func isRefusedForDepth() {
        let octets = Self.stream { stream in
            for identifier in 1...10_000 {
                stream.classInfo(4, Int32(identifier), "A", ["B"])
                stream.octet(2)
            }
        }
        guard case .tooLarge = Self.error(octets) else { return #expect(Bool(false)) }
    }

    @Test("is refused for a class that makes much of little")
    func isRefusedForAmplification() {
        let octets = Self.stream { stream in
            stream.classInfo(4, 1, "A.ExchangeCertificate", (0..<1_000).map { "M\($0)" })
            stream.append([UInt8](repeating: 2, count: 1_000))
            stream.octet(14)
            stream.int32(1_000)
            for identifier in 2...10_000 {
                stream.octet(1)
                stream.int32(Int32(identifier))
                stream.int32(1)
                stream.octet(14)
                stream.int32(1_000)
            }
            stream.end()
        }
        guard case .tooLarge = Self.error(octets) else { return #expect(Bool(false)) }
    }

    @Test("is refused for a record or a type that it cannot have", arguments: [0, 2, 3, 18, 21, 22, 255])
    func isRefusedForAnUnknownRecord(_ record: UInt8) {
        #expect(Self.error(Self.stream { $0.octet(record) }) == .unknownRecord(type: record, offset: 17))
    }

    @Test("is refused where it is no stream at all")
    func isRefusedForNoStream() {
        #expect(Self.error([]) == .cutOff(offset: 0))
        #expect(Self.error(Array("MZ this is a program".utf8)) == .noStream)
        #expect(Self.error(Self.stream { $0.end() }) == .otherObject(type: ""))
    }
}
