/// Reads a stream of .NET's BinaryFormatter (MS-NRBF) into what it says, without making anything of it.
///
/// The format is notorious, because .NET's own reader creates whatever classes a stream names. This one knows classes
/// as names and members only, checks each length against what is left, and stops at the first record it does not know.
struct BinaryStreamReader {
    var input: BinaryInput
    var graph = BinaryObjectGraph(root: 0)
    var classes: [Int32: BinaryClass] = [:]
    private var records = 0
    private var values = 0

    /// Reads a whole stream.
    static func graph(of octets: ArraySlice<UInt8>) throws(BinaryFormatterError) -> BinaryObjectGraph {
        var reader = Self(input: BinaryInput(octets))
        try reader.readHeader()
        while try reader.record(depth: 0) != .end {}
        return reader.graph
    }

    private init(input: BinaryInput) { self.input = input }

    /// SerializationHeaderRecord (2.6.1): the root's id, a header's id, the version.
    private mutating func readHeader() throws(BinaryFormatterError) {
        guard try input.octet() == 0 else { throw .noStream }
        graph.root = try input.int32()
        _ = try input.int32()
        guard try input.int32() == 1, try input.int32() == 0 else { throw .noStream }
    }

    /// One value where a record stands for it; several where the record stands for several nulls.
    enum Outcome: Equatable {
        case value(BinaryValue)
        case nulls(Int)
        /// A library's name, which stands before the class that lives in it.
        case aside
        case end
    }

    /// Reads one record (2.1.2.1) with all that stands in it.
    mutating func record(depth: Int) throws(BinaryFormatterError) -> Outcome {
        records += 1
        guard records <= BinaryFormatterLimits.records, depth <= BinaryFormatterLimits.depth else {
            throw .tooLarge(offset: input.offset)
        }
        let offset = input.offset
        let type = try input.octet()
        switch type {
        case 1: return .value(try instanceOfKnownClass(depth))
        case 4: return .value(try instance(isOfSystem: true, depth))
        case 5: return .value(try instance(isOfSystem: false, depth))
        case 6: return .value(keep(try input.int32(), .text(try input.text())))
        case 7: return .value(try array(depth))
        case 8: return .value(try primitive(try input.primitiveType()))
        case 9: return .value(.reference(try input.int32()))
        case 10: return .nulls(1)
        case 11: return .end
        case 12:
            _ = try input.int32()
            _ = try input.text()
            return .aside
        case 13: return .nulls(Int(try input.octet()))
        case 14: return .nulls(try input.count())
        case 15: return .value(try primitiveArray())
        case 16, 17: return .value(try simpleArray(depth))
        default: throw .unknownRecord(type: type, offset: offset)
        }
    }

    /// Counts values before there is room made for them.
    mutating func count(_ count: Int) throws(BinaryFormatterError) {
        values += count
        if count > BinaryFormatterLimits.values || values > BinaryFormatterLimits.values {
            throw .tooLarge(offset: input.offset)
        }
    }

    mutating func keep(_ identifier: Int32, _ object: BinaryObject) -> BinaryValue {
        graph.objects[identifier] = object
        return .reference(identifier)
    }

    mutating func primitive(_ type: BinaryPrimitiveType) throws(BinaryFormatterError) -> BinaryValue {
        if let size = type.size { return type.value(try input.take(size)) }
        // A character is one of UTF-8 (2.1.1.1), a decimal is text (2.1.1.6).
        if type == .decimal { _ = try input.text() } else { try input.skipCharacter() }
        return .other
    }
}
