/// Writes a JSON string (RFC 8259, 7).
enum JSONString {
    static func append(_ text: String, to octets: inout OctetText) {
        octets.append(UInt8(ascii: "\""))
        appendContent(text, to: &octets)
        octets.append(UInt8(ascii: "\""))
    }

    /// Text whose octets are at hand: what is no UTF-8 is replaced as a decoder of it would.
    static func append(_ text: [UInt8], to octets: inout OctetText) {
        let isPlain = text.withUnsafeBufferPointer { endOfPlain($0, from: 0) == $0.count }
        guard isPlain else { return append(String(decoding: text, as: UTF8.self), to: &octets) }
        octets.append(UInt8(ascii: "\""))
        octets.append(text)
        octets.append(UInt8(ascii: "\""))
    }

    /// What stands between the quotes.
    static func appendContent(_ text: String, to octets: inout OctetText) {
        if text.utf8.withContiguousStorageIfAvailable({ append($0, to: &octets) }) != nil { return }
        var text = text
        text.withUTF8 { append($0, to: &octets) }
    }

    private static func append(_ utf8: UnsafeBufferPointer<UInt8>, to octets: inout OctetText) {
        var start = 0
        var position = endOfPlain(utf8, from: 0)
        while position < utf8.count {
            let (scalar, count) = scalar(utf8, at: position)
            if scalar.value < 0x80 || scalar.isHidden {
                octets.append(
                    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(utf8)[start..<position])
                )
                appendEscape(scalar, to: &octets)
                start = position + count
            }
            position = endOfPlain(utf8, from: position + count)
        }
        octets.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(utf8)[start...]))
    }

    /// Passes over ASCII that stands for itself, eight octets at a time.
    private static func endOfPlain(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(utf8)
        var position = start
        while position + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // Each term sets the highest bit of an octet that is not plain; carries may set it in the octet after such
            // a one as well, which only means that it is looked at on its own.
            let odd =
                word | (word &- 0x2020_2020_2020_2020)
                | zeroOctets(word ^ 0x7f7f_7f7f_7f7f_7f7f) | zeroOctets(word ^ 0x2222_2222_2222_2222)
                | zeroOctets(word ^ 0x5c5c_5c5c_5c5c_5c5c)
            guard odd & 0x8080_8080_8080_8080 == 0 else { break }
            position += 8
        }
        while position < utf8.count, isPlain(utf8[position]) { position += 1 }
        return position
    }

    /// The highest bit of each octet that is zero.
    private static func zeroOctets(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    /// ASCII that stands for itself.
    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet < 0x7f && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    }

    private static func appendEscape(_ scalar: Unicode.Scalar, to octets: inout OctetText) {
        let short: UInt8? =
            switch scalar {
            case "\"": UInt8(ascii: "\"")
            case "\\": UInt8(ascii: "\\")
            case "\n": UInt8(ascii: "n")
            case "\r": UInt8(ascii: "r")
            case "\t": UInt8(ascii: "t")
            default: nil
            }
        if let short {
            octets.append(UInt8(ascii: "\\"))
            octets.append(short)
        } else {
            for unit in Character(scalar).utf16 { appendUnit(unit, to: &octets) }
        }
    }

    /// A UTF-16 code unit as `\uXXXX`; a character beyond the basic plane is two of them.
    private static func appendUnit(_ unit: UInt16, to octets: inout OctetText) {
        octets.append("\\u" as StaticString)
        Hexadecimal.append([UInt8(unit >> 8), UInt8(unit & 0xff)], to: &octets)
    }

    /// The scalar at a position of well-formed UTF-8, and how many octets it takes.
    private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> (Unicode.Scalar, Int)
    {
        let lead = utf8[position]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let count = min(lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2, utf8.count - position)
        var value = UInt32(lead) & (count == 2 ? 0x1f : count == 3 ? 0x0f : 0x07)
        for octet in utf8[(position + 1)..<(position + count)] { value = value << 6 | UInt32(octet & 0x3f) }
        return (Unicode.Scalar(value) ?? "\u{fffd}", count)
    }
}
