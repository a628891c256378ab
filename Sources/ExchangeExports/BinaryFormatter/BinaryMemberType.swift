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
