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
