/// A number of JSON (RFC 8259, 6).
package enum JSONNumber {
    /// Whether an octet may stand in one.
    package static func mayHold(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x2b, 0x2d, 0x2e, 0x45, 0x65: true
        default: false
        }
    }

    /// Where the number at the beginning of a text ends; nil where there is none by the grammar.
    package static func end(of text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "0") {
            rest = rest.dropFirst()
        } else if !skipDigits(&rest) {
            return nil
        }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard skipDigits(&rest) else { return nil }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard skipDigits(&rest) else { return nil }
        }
        return rest.startIndex
    }

    /// Whether there were any.
    private static func skipDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let count = rest.count
        rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return rest.count < count
    }
}

/// Escapes in strings of JSON (RFC 8259, 7).
package enum JSONEscapes {
    /// What half of a surrogate pair becomes, which is no character (RFC 8259, 8.2).
    package enum LoneSurrogate {
        /// U+FFFD.
        case replaced
        /// The three octets that would be its UTF-8, which is not UTF-8, so that two different halves stay different.
        case kept
    }

    /// The UTF-8 that a string's inside stands for; nil where an escape is none.
    package static func removed(from body: ArraySlice<UInt8>) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(body.count)
        var rest = body
        while let octet = rest.first {
            if octet == UInt8(ascii: "\\") {
                guard append(first: &rest, to: &text, lone: .replaced) else { return nil }
            } else {
                rest = rest.dropFirst()
                text.append(octet)
            }
        }
        return text
    }

    /// Appends what the escape at the beginning of a text stands for, and drops it there; whether it is one.
    package static func append(
        first rest: inout ArraySlice<UInt8>,
        to text: inout [UInt8],
        lone: LoneSurrogate
    )
        -> Bool
    {
        guard rest.count >= 2 else { return false }
        let kind = rest[rest.startIndex + 1]
        let body = rest.dropFirst(2)
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let unit = unit(body) else { return false }
            let second = body.dropFirst(4)
            if UTF16.isLeadSurrogate(unit), second.starts(with: "\\u".utf8),
                let trail = self.unit(second.dropFirst(2)), UTF16.isTrailSurrogate(trail)
            {
                text += String(decoding: [unit, trail], as: UTF16.self).utf8
                rest = second.dropFirst(6)
            } else {
                append(unit, to: &text, lone)
                rest = second
            }
            return true
        default: return false
        }
        rest = body
        return true
    }

    private static func append(_ unit: UInt16, to text: inout [UInt8], _ lone: LoneSurrogate) {
        if case .kept = lone, UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) {
            text += [UInt8(0xe0 | unit >> 12), UInt8(0x80 | unit >> 6 & 0x3f), UInt8(0x80 | unit & 0x3f)]
        } else {
            text += String(decoding: [unit], as: UTF16.self).utf8
        }
    }

    private static func unit(_ text: ArraySlice<UInt8>) -> UInt16? {
        let digits = text.prefix(4)
        // UInt16 would take a sign as well.
        guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else {
            return nil
        }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
