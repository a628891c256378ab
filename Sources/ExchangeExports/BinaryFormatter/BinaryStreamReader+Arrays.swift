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
