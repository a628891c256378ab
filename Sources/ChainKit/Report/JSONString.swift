/// Writes a JSON string (RFC 8259, 7).
enum JSONString {
    static func append(_ text: String, to octets: inout [UInt8]) {
        var text = text
        octets.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            if utf8.allSatisfy(isPlain) {
                octets += utf8
            } else {
                appendEscaped(utf8, to: &octets)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    /// ASCII that stands for itself.
    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet < 0x7f && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    }

    private static func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, to octets: inout [UInt8]) {
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"": octets += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
            case "\\": octets += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            case "\n": octets += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case "\r": octets += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case "\t": octets += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case _ where scalar.isHidden:
                for unit in Character(scalar).utf16 { appendUnit(unit, to: &octets) }
            default: octets += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
    }

    /// A UTF-16 code unit as `\uXXXX`; a character beyond the basic plane is two of them.
    private static func appendUnit(_ unit: UInt16, to octets: inout [UInt8]) {
        octets += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        octets += Hexadecimal.string([UInt8(unit >> 8), UInt8(unit & 0xff)]).utf8
    }
}
