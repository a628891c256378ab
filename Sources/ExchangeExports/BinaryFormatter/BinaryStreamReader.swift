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

/// Arrays (MS-NRBF, 2.4).
extension BinaryStreamReader {
    /// ArraySinglePrimitive: octets are kept, numbers are passed over.
    mutating func primitiveArray() throws(BinaryFormatterError) -> BinaryValue {
        let identifier = try input.int32()
        let count = try input.count()
        return try primitives(identifier, try input.primitiveType(), count)
    }

    /// ArraySingleObject and ArraySingleString: one dimension of records.
    mutating func simpleArray(_ depth: Int) throws(BinaryFormatterError) -> BinaryValue {
        let identifier = try input.int32()
        return try items(identifier, .record, try input.count(), depth)
    }

    /// BinaryArray: any number of dimensions, of anything.
    mutating func array(_ depth: Int) throws(BinaryFormatterError) -> BinaryValue {
        let identifier = try input.int32()
        let kind = try input.octet()
        // Single, jagged, rectangular, and the same three with lower bounds (2.4.1.1).
        guard kind <= 5 else { throw .unknownType(kind, offset: input.offset) }
        let rank = try input.count()
        try count(rank)
        var total = 1
        for _ in 0..<rank {
            let (product, overflows) = total.multipliedReportingOverflow(by: try input.count())
            guard !overflows else { throw .tooLarge(offset: input.offset) }
            total = product
        }
        if kind >= 3 { _ = try input.take(4 * rank) }
        let type = try memberType(try input.octet())
        if case .primitive(let primitive) = type { return try primitives(identifier, primitive, total) }
        return try items(identifier, type, total, depth)
    }

    private mutating func primitives(
        _ identifier: Int32,
        _ type: BinaryPrimitiveType,
        _ count: Int
    ) throws(BinaryFormatterError) -> BinaryValue {
        guard type != .byte else { return keep(identifier, .octets(Array(try input.take(count)))) }
        guard let size = type.size else {
            try self.count(count)
            for _ in 0..<count { _ = try primitive(type) }
            return .other
        }
        guard count <= input.remaining / size else { throw .cutOff(offset: input.offset) }
        _ = try input.take(count * size)
        return .other
    }

    private mutating func items(
        _ identifier: Int32,
        _ type: BinaryMemberType,
        _ count: Int,
        _ depth: Int
    ) throws(BinaryFormatterError) -> BinaryValue {
        try self.count(count)
        var items: [BinaryValue] = []
        while items.count < count { try append(type, to: &items, upTo: count, depth) }
        return keep(identifier, .items(items))
    }
}

/// Classes and their instances (MS-NRBF, 2.3).
extension BinaryStreamReader {
    /// ClassWithId: an instance of a class that stands before, found by the id of its first instance.
    mutating func instanceOfKnownClass(_ depth: Int) throws(BinaryFormatterError) -> BinaryValue {
        let identifier = try input.int32()
        guard let known = classes[try input.int32()] else { throw .unknownClass(offset: input.offset) }
        return try instance(identifier, of: known, depth)
    }

    /// SystemClassWithMembersAndTypes and ClassWithMembersAndTypes: a class described, and its first instance.
    mutating func instance(isOfSystem: Bool, _ depth: Int) throws(BinaryFormatterError) -> BinaryValue {
        let identifier = try input.int32()
        let name = try input.text()
        let count = try input.count()
        try self.count(count)
        var names: [String] = []
        for _ in 0..<count { names.append(try input.text()) }
        let types = try memberTypes(count)
        if !isOfSystem { _ = try input.int32() }
        let described = BinaryClass(
            name: name,
            members: zip(names, types).map { BinaryClass.Member(name: $0, type: $1) }
        )
        classes[identifier] = described
        return try instance(identifier, of: described, depth)
    }

    private mutating func instance(
        _ identifier: Int32,
        of described: BinaryClass,
        _ depth: Int
    ) throws(BinaryFormatterError) -> BinaryValue {
        try count(described.members.count)
        var values: [BinaryValue] = []
        while values.count < described.members.count {
            let type = described.members[values.count].type
            try append(type, to: &values, upTo: described.members.count, depth)
        }
        return keep(identifier, .instance(BinaryInstance(shape: described, values: values)))
    }

    /// Appends the value that comes next, or as many nulls as one record stands for.
    mutating func append(
        _ type: BinaryMemberType,
        to values: inout [BinaryValue],
        upTo count: Int,
        _ depth: Int
    ) throws(BinaryFormatterError) {
        guard case .record = type else {
            if case .primitive(let type) = type { values.append(try primitive(type)) }
            return
        }
        switch try record(depth: depth + 1) {
        case .value(let value): values.append(value)
        case .nulls(let nulls):
            guard nulls <= count - values.count else { throw .tooLarge(offset: input.offset) }
            values += repeatElement(.null, count: nulls)
        case .aside: break
        case .end: throw .cutOff(offset: input.offset)
        }
    }

    /// MemberTypeInfo (2.3.1.2): the types of all members, then what some of them need to be understood.
    private mutating func memberTypes(_ count: Int) throws(BinaryFormatterError) -> [BinaryMemberType] {
        var types: [BinaryMemberType] = []
        for octet in try input.take(count) { types.append(try memberType(octet)) }
        return types
    }

    /// The type that an octet names (2.1.2.2), with what follows it: a primitive's type, a class's name and library.
    mutating func memberType(_ kind: UInt8) throws(BinaryFormatterError) -> BinaryMemberType {
        switch kind {
        case 0: return .primitive(try input.primitiveType())
        case 1, 2, 5, 6: break
        case 3: _ = try input.text()
        case 4:
            _ = try input.text()
            _ = try input.int32()
        case 7: _ = try input.primitiveType()
        default: throw .unknownType(kind, offset: input.offset)
        }
        return .record
    }
}
