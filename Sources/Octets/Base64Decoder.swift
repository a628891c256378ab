/// Decodes base64 (RFC 4648, 4) with any white space in it, by table, in one pass.
///
/// Padding may be left out, and with `allowsSeveral` more base64 may follow padding. Foundation's decoder was
/// measured at twenty times the cost.
package enum Base64Decoder {
    package enum Outcome: Equatable {
        case octets([UInt8])
        /// An octet that does not belong there, by its offset.
        case illegal(offset: Int)
        /// A lone last digit.
        case cutOff
    }

    private enum Class {
        static let blank: UInt8 = 64
        static let padding: UInt8 = 65
        static let illegal: UInt8 = 66
    }

    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: Class.illegal, count: 256)
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, digit) in digits.utf8.enumerated() { table[Int(digit)] = UInt8(value) }
        for blank in [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20] { table[blank] = Class.blank }
        table[Int(UInt8(ascii: "="))] = Class.padding
        return table
    }()

    /// What is set in a group where one of its four characters is no digit.
    private static let notADigit: UInt32 = 1

    /// For each of the four places of a group and each octet: the digit, shifted to where it stands in three octets
    /// above a free low one.
    private static let shifted: [UInt32] = (0..<4).flatMap { place in
        classes.map { $0 < Class.blank ? UInt32($0) << UInt32(26 - 6 * place) : notADigit }
    }

    package static func isDigit(_ octet: UInt8) -> Bool { classes[Int(octet)] < Class.blank }
    package static func isBlank(_ octet: UInt8) -> Bool { classes[Int(octet)] == Class.blank }

    package static func decode(_ text: [UInt8], in range: Range<Int>? = nil, allowsSeveral: Bool = false)
        -> Outcome
    {
        text.withUnsafeBufferPointer { text in
            decode(text, in: range ?? 0..<text.count, allowsSeveral: allowsSeveral)
        }
    }

    /// Decodes text that must be base64 to its end, with its padding; nil where it is not.
    package static func decodeWhole(_ text: [UInt8]) -> [UInt8]? {
        guard case .octets(let octets) = decode(text) else { return nil }
        return text.count { !isBlank($0) }.isMultiple(of: 4) ? octets : nil
    }

    /// Decodes a part of text that is lent.
    package static func decode(
        _ text: UnsafeBufferPointer<UInt8>,
        in range: Range<Int>,
        allowsSeveral: Bool = false
    ) -> Outcome {
        var outcome: Outcome?
        // One octet more than can be needed: whole groups are stored as four octets.
        let octets = [UInt8](unsafeUninitializedCapacity: range.count / 4 * 3 + 4) { output, count in
            var position = range.lowerBound
            outcome = shifted.withUnsafeBufferPointer { shifted in
                decode(text, &position, range.upperBound, allowsSeveral, shifted, output, &count)
            }
        }
        return outcome ?? .octets(octets)
    }

    /// Decodes groups of four digits that stand together; stops before anything else.
    private static func decodeGroups(
        _ text: UnsafeBufferPointer<UInt8>,
        _ position: inout Int,
        _ end: Int,
        _ shifted: UnsafeBufferPointer<UInt32>,
        _ output: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) {
        let raw = UnsafeMutableRawBufferPointer(output)
        while position + 4 <= end {
            let group =
                shifted[Int(text[position])] | shifted[256 + Int(text[position + 1])]
                | shifted[512 + Int(text[position + 2])] | shifted[768 + Int(text[position + 3])]
            guard group & notADigit == 0 else { return }
            raw.storeBytes(of: group.bigEndian, toByteOffset: count, as: UInt32.self)
            count += 3
            position += 4
        }
    }

    /// Gives nil when all was decoded.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>,
        _ position: inout Int,
        _ end: Int,
        _ allowsSeveral: Bool,
        _ shifted: UnsafeBufferPointer<UInt32>,
        _ output: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) -> Outcome? {
        // Asked for at every line end.
        let classes = Self.classes
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        while position < end {
            if digits == 0, padding == 0 {
                decodeGroups(text, &position, end, shifted, output, &count)
                guard position < end else { break }
            }
            let value = classes[Int(text[position])]
            switch value {
            case Class.blank: break
            case Class.illegal: return .illegal(offset: position)
            case Class.padding:
                guard digits + padding >= 2, digits + padding < 4 else { return .illegal(offset: position) }
                padding += 1
            default:
                if padding > 0 {
                    guard allowsSeveral, digits + padding == 4 else { return .illegal(offset: position) }
                    flush(bits, digits, output, &count)
                    (bits, digits, padding) = (0, 0, 0)
                }
                bits = bits << 6 | UInt32(value)
                digits += 1
                if digits == 4 {
                    flush(bits, digits, output, &count)
                    (bits, digits) = (0, 0)
                }
            }
            position += 1
        }
        guard digits != 1 else { return .cutOff }
        flush(bits, digits, output, &count)
        return nil
    }

    private static func flush(
        _ bits: UInt32,
        _ digits: Int,
        _ output: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) {
        guard digits >= 2 else { return }
        let aligned = bits << UInt32(6 * (4 - digits))
        for index in 0..<(digits - 1) {
            output[count] = UInt8(truncatingIfNeeded: aligned >> UInt32(16 - 8 * index))
            count += 1
        }
    }
}
