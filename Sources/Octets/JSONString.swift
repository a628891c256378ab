/// Writes a JSON string (RFC 8259, 7).
package enum JSONString {
    @inlinable @inline(__always)
    package static func append(_ text: String, to octets: inout OctetText) {
        text.withOctets { appendQuoted(UnsafeRawBufferPointer($0), to: &octets) }
    }

    /// Text whose octets are at hand: what is no UTF-8 is replaced as a decoder of it would.
    package static func append(_ text: [UInt8], to octets: inout OctetText) {
        text.withUnsafeBytes { text in
            appendQuoted(text, to: &octets) { rest, octets in
                appendContent(String(decoding: rest, as: UTF8.self), to: &octets)
            }
        }
    }

    /// What stands between the quotes.
    package static func appendContent(_ text: String, to octets: inout OctetText) {
        text.withOctets { appendContent(UnsafeRawBufferPointer($0), to: &octets) }
    }

    /// Not inlined, because a string lends its octets in two ways.
    @usableFromInline @inline(never)
    static func appendQuoted(_ utf8: UnsafeRawBufferPointer, to octets: inout OctetText) {
        appendQuoted(utf8, to: &octets) { appendContent($0, to: &$1) }
    }

    /// Appends text in quotation marks; what does not begin plain is left to another way.
    @inline(__always)
    private static func appendQuoted(
        _ text: UnsafeRawBufferPointer,
        to octets: inout OctetText,
        rest appendRest: (UnsafeRawBufferPointer, inout OctetText) -> Void
    ) {
        let written = octets.extend(upTo: text.count + 2) { room in
            room[0] = UInt8(ascii: "\"")
            let plain = PlainOctets.copy(text, to: UnsafeMutableRawBufferPointer(rebasing: room[1...]))
            guard plain == text.count else { return 1 + plain }
            room[1 + plain] = UInt8(ascii: "\"")
            return text.count + 2
        }
        guard written < text.count + 2 else { return }
        appendRest(UnsafeRawBufferPointer(rebasing: text[(written - 1)...]), &octets)
        octets.append(UInt8(ascii: "\""))
    }

    @inline(never)
    private static func appendContent(_ utf8: UnsafeRawBufferPointer, to octets: inout OctetText) {
        var rest = utf8
        while true {
            let plain = octets.extend(upTo: rest.count) { PlainOctets.copy(rest, to: $0) }
            guard plain < rest.count else { return }
            let odd = appendOdd(rest, at: plain, to: &octets)
            rest = UnsafeRawBufferPointer(rebasing: rest[(plain + odd)...])
        }
    }

    /// Appends a character that is not plain, and says how many octets it takes; apart, as nearly no text has one.
    @inline(never)
    private static func appendOdd(
        _ utf8: UnsafeRawBufferPointer,
        at position: Int,
        to octets: inout OctetText
    ) -> Int {
        let (scalar, count) = scalar(utf8, at: position)
        if scalar.value < 0x80 || scalar.isHidden {
            appendEscape(scalar, to: &octets)
        } else {
            octets.append(UnsafeRawBufferPointer(rebasing: utf8[position..<(position + count)]))
        }
        return count
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
    private static func scalar(_ utf8: UnsafeRawBufferPointer, at position: Int) -> (Unicode.Scalar, Int) {
        let lead = utf8[position]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let count = min(lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2, utf8.count - position)
        var value = UInt32(lead) & (count == 2 ? 0x1f : count == 3 ? 0x0f : 0x07)
        for octet in utf8[(position + 1)..<(position + count)] { value = value << 6 | UInt32(octet & 0x3f) }
        return (Unicode.Scalar(value) ?? "\u{fffd}", count)
    }
}
