/// Escapes in strings of JSON (RFC 8259, 7).
enum JSONEscapes {
    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0c,
        UInt8(ascii: "n"): 0x0a, UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09,
    ]

    /// The text that a string's inside stands for; nil where an escape is none.
    ///
    /// A lone surrogate becomes U+FFFD.
    static func removed(from body: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(body.count)
        var rest = body
        while let octet = rest.first {
            rest = rest.dropFirst()
            guard octet == UInt8(ascii: "\\") else {
                text.append(octet)
                continue
            }
            guard let kind = rest.first else { return nil }
            rest = rest.dropFirst()
            if let plain = simple[kind] {
                text.append(plain)
            } else {
                guard kind == UInt8(ascii: "u"), let unit = unit(&rest) else { return nil }
                var units = [unit]
                if UTF16.isLeadSurrogate(unit), rest.starts(with: "\\u".utf8) {
                    var after = rest.dropFirst(2)
                    if let trail = self.unit(&after), UTF16.isTrailSurrogate(trail) {
                        units.append(trail)
                        rest = after
                    }
                }
                text += String(decoding: units, as: UTF16.self).utf8
            }
        }
        return text[...].text
    }

    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else {
            return nil
        }
        rest = rest.dropFirst(4)
        return UInt16(digits.text, radix: 16)
    }
}
