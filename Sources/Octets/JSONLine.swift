/// One JSON object in one line (RFC 8259), read for its strings.
///
/// JSONDecoder was measured at more than an audit's whole path search for a line of 2 kB, and wants every member's type
/// known. What this keeps of a value is what a line may say: strings, numbers as they stand, lists of these.
package struct JSONLine {
    package indirect enum Value {
        /// The string's octets, escapes resolved.
        case string([UInt8])
        /// A number as it stands.
        case number([UInt8])
        case array([Value])
        /// An object, true, false or null.
        case other
    }

    /// Why a line is no JSON object.
    package struct Failure: Error {
        package let offset: Int
    }

    /// How deep values may be nested; what is kept has one level.
    private static let depth = 32

    private var members: [(key: [UInt8], value: Value)] = []
    private let octets: ArraySlice<UInt8>
    private var position: Int

    package init(_ octets: ArraySlice<UInt8>) throws(Failure) {
        self.octets = octets
        position = octets.startIndex
        skipBlanks()
        try readMembers()
        skipBlanks()
        guard position == octets.endIndex else { throw Failure(offset: position) }
    }

    /// The last value of a key, nil where there is none.
    package subscript(key: String) -> Value? { members.last { key.utf8.elementsEqual($0.key) }?.value }

    private mutating func readMembers() throws(Failure) {
        try expect(UInt8(ascii: "{"))
        skipBlanks()
        guard !take(UInt8(ascii: "}")) else { return }
        repeat {
            skipBlanks()
            let key = try string()
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            members.append((key, try value(Self.depth)))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    private mutating func value(_ depth: Int) throws(Failure) -> Value {
        skipBlanks()
        guard depth > 0, position < octets.endIndex else { throw Failure(offset: position) }
        switch octets[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "["): return .array(try elements(depth))
        case UInt8(ascii: "{"):
            try skipObject(depth)
            return .other
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default:
            for word in ["true", "false", "null"] where octets[position...].starts(with: word.utf8) {
                position += word.utf8.count
                return .other
            }
            throw Failure(offset: position)
        }
    }

    private mutating func elements(_ depth: Int) throws(Failure) -> [Value] {
        try expect(UInt8(ascii: "["))
        skipBlanks()
        var elements: [Value] = []
        guard !take(UInt8(ascii: "]")) else { return [] }
        repeat {
            elements.append(try value(depth - 1))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return elements
    }

    private mutating func skipObject(_ depth: Int) throws(Failure) {
        try expect(UInt8(ascii: "{"))
        skipBlanks()
        guard !take(UInt8(ascii: "}")) else { return }
        repeat {
            skipBlanks()
            _ = try string()
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            _ = try value(depth - 1)
            skipBlanks()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    /// A number by RFC 8259, 6, to the letter: it is written as it stands into the answer, which must be JSON again.
    private mutating func number() throws(Failure) -> [UInt8] {
        guard let end = JSONNumber.end(of: octets[position...]) else { throw Failure(offset: position) }
        defer { position = end }
        return Array(octets[position..<end])
    }

    private mutating func string() throws(Failure) -> [UInt8] {
        try expect(UInt8(ascii: "\""))
        var result: [UInt8] = []
        var start = position
        while position < octets.endIndex {
            switch octets[position] {
            case UInt8(ascii: "\""):
                result += octets[start..<position]
                position += 1
                return result
            case UInt8(ascii: "\\"):
                result += octets[start..<position]
                try escape(&result)
                start = position
            case ..<0x20: throw Failure(offset: position)
            default: position += 1
            }
        }
        throw Failure(offset: position)
    }

    private mutating func escape(_ result: inout [UInt8]) throws(Failure) {
        var rest = octets[position...]
        guard JSONEscapes.append(first: &rest, to: &result, lone: .kept) else {
            let kind = octets.dropFirst(position - octets.startIndex + 1).first
            throw Failure(offset: position + (kind == nil ? 0 : kind == UInt8(ascii: "u") ? 2 : 1))
        }
        position = rest.startIndex
    }

    private mutating func skipBlanks() {
        while position < octets.endIndex, Base64Decoder.isBlank(octets[position]) { position += 1 }
    }

    private mutating func take(_ octet: UInt8) -> Bool {
        guard position < octets.endIndex, octets[position] == octet else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ octet: UInt8) throws(Failure) {
        guard take(octet) else { throw Failure(offset: position) }
    }
}
