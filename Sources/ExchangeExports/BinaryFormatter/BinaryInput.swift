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

/// Why a stream of .NET's BinaryFormatter (MS-NRBF) cannot be read; offsets count octets from its start.
package enum BinaryFormatterError: Error, Sendable, Hashable {
    /// The octets do not begin with a header of version 1.0.
    case noStream
    /// The frame of payload signing is damaged: its length, nil where that is cut off, and how many octets follow it.
    case badFrame(length: Int32?, left: Int)
    /// Something is longer than what is left, or the end comes before the record that marks it.
    case cutOff(offset: Int)
    /// A record of a type that no serialized certificate holds.
    case unknownRecord(type: UInt8, offset: Int)
    /// A type of a member or an array that the format does not have or that cannot stand there.
    case unknownType(UInt8, offset: Int)
    /// A class that no earlier record describes.
    case unknownClass(offset: Int)
    /// More records, values or records in one another than a serialized certificate has.
    case tooLarge(offset: Int)
    /// The stream holds something else than a certificate of Exchange's.
    case otherObject(type: String)

    /// What is wrong, lower case, no full stop.
    package var reason: String {
        switch self {
        case .noStream: "no stream of .NET's BinaryFormatter"
        case .badFrame(nil, _): "the signed frame is cut off"
        case .badFrame(let length?, let left): "the signed frame names \(length) octets and \(left) follow"
        case .cutOff(let offset): "cut off at octet \(offset)"
        case .unknownRecord(let type, let offset): "a record of unknown type \(type) at octet \(offset)"
        case .unknownType(let type, let offset): "an unknown type \(type) at octet \(offset)"
        case .unknownClass(let offset): "a class that was not described at octet \(offset)"
        case .tooLarge(let offset): "more than a certificate can hold at octet \(offset)"
        case .otherObject(let type): type.isEmpty ? "no object" : "an object of type \(type)"
        }
    }
}

/// How much a stream of .NET's BinaryFormatter may cost.
///
/// A certificate of Exchange's is some twenty records; each web site it serves adds five.
enum BinaryFormatterLimits {
    static let records = 20_000
    /// Members and items, nulls counted one by one.
    static let values = 100_000
    /// Records in one another.
    static let depth = 16
}

/// What a member's value looks like in the stream (MS-NRBF, 2.3.1).
enum BinaryMemberType: Hashable {
    /// Octets without a record around them.
    case primitive(BinaryPrimitiveType)
    /// A record.
    case record
}

/// Types whose values stand in the stream without a record around them (MS-NRBF, 2.1.2.3).
///
/// Null (17) and String (18) are not among them: the format has them in method calls only.
enum BinaryPrimitiveType: UInt8, Hashable {
    case boolean = 1
    case byte = 2
    case char = 3
    case decimal = 5
    case double = 6
    case int16 = 7
    case int32 = 8
    case int64 = 9
    case sbyte = 10
    case single = 11
    case timeSpan = 12
    case dateTime = 13
    case uint16 = 14
    case uint32 = 15
    case uint64 = 16

    /// Octets of a value, nil where they differ from value to value.
    var size: Int? {
        switch self {
        case .boolean, .byte, .sbyte: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .single: 4
        case .int64, .uint64, .double, .timeSpan, .dateTime: 8
        case .char, .decimal: nil
        }
    }

    /// The value of octets, as many as its size says.
    func value(_ octets: ArraySlice<UInt8>) -> BinaryValue {
        let bits = octets.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        switch self {
        case .boolean: return .flag(bits != 0)
        case .byte, .uint16, .uint32: return .integer(Int64(truncatingIfNeeded: bits))
        case .sbyte: return .integer(Int64(Int8(truncatingIfNeeded: bits)))
        case .int16: return .integer(Int64(Int16(truncatingIfNeeded: bits)))
        case .int32: return .integer(Int64(Int32(truncatingIfNeeded: bits)))
        case .int64: return .integer(Int64(bitPattern: bits))
        case .uint64: return Int64(exactly: bits).map { .integer($0) } ?? .other
        case .char, .decimal, .double, .single, .timeSpan, .dateTime: return .other
        }
    }
}
