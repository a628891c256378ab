/// One JSON object in one line (RFC 8259), read for its strings.
///
/// JSONDecoder was measured at more than an audit's whole path search for a line of 2 kB, and wants every member's type
/// known. What this keeps of a value is what a line may say: strings, numbers as they stand, lists of these.
struct JSONLine {
    indirect enum Value {
        /// The string's octets, escapes resolved.
        case string([UInt8])
        /// A number as it stands.
        case number([UInt8])
        case array([Value])
        /// An object, true, false or null.
        case other
    }

    /// Why a line is no JSON object.
    struct Failure: Error {
        let offset: Int
    }

    /// How deep values may be nested; what is kept has one level.
    private static let depth = 32

    private var members: [(key: [UInt8], value: Value)] = []
    private let octets: ArraySlice<UInt8>
    private var position: Int

    init(_ octets: ArraySlice<UInt8>) throws(Failure) {
        self.octets = octets
        position = octets.startIndex
        skipBlanks()
        try readMembers()
        skipBlanks()
        guard position == octets.endIndex else { throw Failure(offset: position) }
    }

    /// The last value of a key, nil where there is none.
    subscript(key: String) -> Value? { members.last { key.utf8.elementsEqual($0.key) }?.value }

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
        let start = position
        _ = take(UInt8(ascii: "-"))
        let isZero = take(UInt8(ascii: "0"))
        guard isZero || skipDigits() else { throw Failure(offset: start) }
        if take(UInt8(ascii: ".")), !skipDigits() { throw Failure(offset: start) }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() else { throw Failure(offset: start) }
        }
        return Array(octets[start..<position])
    }

    /// Whether there were any.
    private mutating func skipDigits() -> Bool {
        let start = position
        while position < octets.endIndex, (0x30...0x39).contains(octets[position]) { position += 1 }
        return position > start
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
        guard position + 1 < octets.endIndex else { throw Failure(offset: position) }
        let kind = octets[position + 1]
        position += 2
        switch kind {
        case UInt8(ascii: "n"): result.append(0x0a)
        case UInt8(ascii: "r"): result.append(0x0d)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0c)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(kind)
        case UInt8(ascii: "u"): result += try scalar()
        default: throw Failure(offset: position - 1)
        }
    }

    /// A `\uXXXX`, or two of them for a character beyond the basic plane.
    ///
    /// Half of such a pair is no character (RFC 8259, 8.2). It becomes the three octets that would be its UTF-8, which is
    /// not UTF-8, so that two different halves stay different.
    private mutating func scalar() throws(Failure) -> [UInt8] {
        let first = try unit()
        guard (0xd800..<0xdc00).contains(first), octets[position...].starts(with: Array("\\u".utf8)) else {
            return Self.octets(of: first)
        }
        let behindFirst = position
        position += 2
        let second = try unit()
        guard (0xdc00..<0xe000).contains(second) else {
            position = behindFirst
            return Self.octets(of: first)
        }
        return Self.octets(of: 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    }

    private static func octets(of unit: UInt32) -> [UInt8] {
        if let scalar = Unicode.Scalar(unit) { return Array(String(scalar).utf8) }
        return [UInt8(0xe0 | unit >> 12), UInt8(0x80 | unit >> 6 & 0x3f), UInt8(0x80 | unit & 0x3f)]
    }

    private mutating func unit() throws(Failure) -> UInt32 {
        let digits = octets[position...].prefix(4)
        // UInt32 would take a sign as well.
        guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Failure(offset: position) }
        position += 4
        return value
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
