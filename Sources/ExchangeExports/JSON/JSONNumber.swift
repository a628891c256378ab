/// A number of JSON (RFC 8259, 6).
enum JSONNumber {
    /// Whether an octet may stand in one.
    static func has(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x2b, 0x2d, 0x2e, 0x45, 0x65: true
        default: false
        }
    }

    /// Reads a number; nil where the grammar does not allow it.
    static func read(_ text: ArraySlice<UInt8>) -> JSONValue? {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard let integer = digits(&rest), integer.count == 1 || integer.first != UInt8(ascii: "0") else {
            return nil
        }
        if rest.isEmpty, let number = Int64(text.text) { return .integer(number) }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits(&rest) != nil else { return nil }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits(&rest) != nil else { return nil }
        }
        return rest.isEmpty ? .number(text.text) : nil
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest[digits.endIndex...]
        return digits.isEmpty ? nil : digits
    }
}
