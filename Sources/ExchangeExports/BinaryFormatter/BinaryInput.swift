/// The octets of a stream of .NET's BinaryFormatter, with the few forms that all of it is made of (MS-NRBF, 2.1.1).
struct BinaryInput {
    private var octets: LittleEndianReader

    init(_ octets: ArraySlice<UInt8>) { self.octets = LittleEndianReader(octets) }

    /// How many octets have been read.
    var offset: Int { octets.position }
    /// How many are left.
    var remaining: Int { octets.remaining }

    mutating func octet() throws(BinaryFormatterError) -> UInt8 { try whole(octets.octet()) }

    mutating func take(_ count: Int) throws(BinaryFormatterError) -> ArraySlice<UInt8> {
        try whole(octets.take(count))
    }

    mutating func int32() throws(BinaryFormatterError) -> Int32 {
        Int32(bitPattern: try whole(octets.number()))
    }

    /// A number of things, never negative.
    mutating func count() throws(BinaryFormatterError) -> Int {
        let count = try int32()
        guard count >= 0 else { throw .tooLarge(offset: offset) }
        return Int(count)
    }

    /// LengthPrefixedString (2.1.1.6): the length in at most five octets of seven bits, then UTF-8.
    mutating func text() throws(BinaryFormatterError) -> String {
        var length = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            let octet = try octet()
            length |= Int(octet & 0x7f) << shift
            if octet < 0x80 { return String(decoding: try take(length), as: UTF8.self) }
        }
        throw .tooLarge(offset: offset)
    }

    mutating func primitiveType() throws(BinaryFormatterError) -> BinaryPrimitiveType {
        let octet = try octet()
        guard let type = BinaryPrimitiveType(rawValue: octet) else {
            throw .unknownType(octet, offset: offset)
        }
        return type
    }

    /// Passes over one character of UTF-8, as long as its first octet says.
    mutating func skipCharacter() throws(BinaryFormatterError) {
        let first = try octet()
        _ = try take(first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3)
    }

    private func whole<Value>(_ value: Value?) throws(BinaryFormatterError) -> Value {
        guard let value else { throw .cutOff(offset: offset) }
        return value
    }
}
