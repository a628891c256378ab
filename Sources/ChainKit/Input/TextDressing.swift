import Octets

/// Takes from text what other formats put round it: JSON escapes, quoted-printable, HTML tags, quotation marks.
///
/// Only for the body of a PEM block that does not decode as it is. What comes out is tried once and must be DER to the
/// octet, so a wrong guess here cannot make a certificate.
enum TextDressing {
    static func removed(from text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var position = text.startIndex
        var isAtLineStart = true
        var tagEnds = Ends(UInt8(ascii: ">"), within: 64)
        var entityEnds = Ends(UInt8(ascii: ";"), within: 10)
        while position < text.endIndex {
            let octet = text[position]
            switch octet {
            case UInt8(ascii: "\\"):
                position = skipEscape(text, position, &output)
                isAtLineStart = true
                continue
            case UInt8(ascii: "="):
                position = skipQuotedPrintable(text, position, &output)
                isAtLineStart = Base64Decoder.isBlank(text[position - 1])
                continue
            case UInt8(ascii: "<"):
                position = tagEnds.next(text, from: position) ?? position + 1
                continue
            case UInt8(ascii: "&"):
                position = entityEnds.next(text, from: position) ?? position + 1
                continue
            case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "*"):
                // Quoting of mails and comments stands before a line.
                if !isAtLineStart { output.append(octet) }
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: ";"), 0: break
            case 0xc2 where text.dropFirst(position - text.startIndex + 1).first == 0xa0:
                // A no-break space in UTF-8.
                position += 1
            default:
                if !Base64Decoder.isBlank(octet) { output.append(octet) }
            }
            isAtLineStart = Base64Decoder.isBlank(octet) || (isAtLineStart && !Base64Decoder.isDigit(octet))
            position += 1
        }
        return output
    }

    /// `\n`, `\r`, `\t` go, whatever number of backslashes is before them; `\/` and `\u002B` become what they stand for.
    private static func skipEscape(_ text: ArraySlice<UInt8>, _ start: Int, _ output: inout [UInt8]) -> Int {
        var position = start
        while position < text.endIndex, text[position] == UInt8(ascii: "\\") { position += 1 }
        guard position < text.endIndex else { return position }
        switch text[position] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return position + 1
        case UInt8(ascii: "u"), UInt8(ascii: "x"):
            let count = text[position] == UInt8(ascii: "u") ? 4 : 2
            let digits = text[(position + 1)...].prefix(count)
            guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
                return position
            }
            if !Base64Decoder.isBlank(value) { output.append(value) }
            return position + 1 + count
        default: return position
        }
    }

    /// A soft line break goes, `=3D` becomes padding (RFC 2045, 6.7); any other equals sign is padding already.
    private static func skipQuotedPrintable(_ text: ArraySlice<UInt8>, _ start: Int, _ output: inout [UInt8])
        -> Int
    {
        let following = text[(start + 1)...].prefix(2)
        if following.first == UInt8(ascii: "\n") { return start + 2 }
        if following.elementsEqual([UInt8(ascii: "\r"), UInt8(ascii: "\n")]) { return start + 3 }
        if following.count == 2, let value = UInt8(String(decoding: following, as: UTF8.self), radix: 16) {
            output.append(value)
            return start + 3
        }
        output.append(UInt8(ascii: "="))
        return start + 1
    }

    /// Looks for what closes a tag or an entity, reading no octet twice however many are opened and never closed.
    private struct Ends {
        let end: UInt8
        let limit: Int
        /// Up to where there is no end.
        private var searched = 0

        init(_ end: UInt8, within limit: Int) {
            self.end = end
            self.limit = limit
        }

        /// The offset after the next end, nil where it is too far away.
        mutating func next(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
            let last = min(start + limit, text.endIndex)
            searched = max(searched, start)
            while searched < last {
                if text[searched] == end { return searched + 1 }
                searched += 1
            }
            return nil
        }
    }
}
