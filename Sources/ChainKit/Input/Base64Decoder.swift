/// Decodes base64 (RFC 4648, 4) with any white space in it, by table, in one pass.
///
/// Padding may be left out, and with `allowsSeveral` more base64 may follow padding. Foundation's decoder was
/// measured at twenty times the cost.
enum Base64Decoder {
    enum Outcome: Equatable {
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

    static func isDigit(_ octet: UInt8) -> Bool { classes[Int(octet)] < Class.blank }
    static func isBlank(_ octet: UInt8) -> Bool { classes[Int(octet)] == Class.blank }

    static func decode(_ text: [UInt8], in range: Range<Int>? = nil, allowsSeveral: Bool = false) -> Outcome {
        let range = range ?? 0..<text.count
        var outcome: Outcome?
        let octets = text.withUnsafeBufferPointer { text in
            classes.withUnsafeBufferPointer { classes in
                [UInt8](unsafeUninitializedCapacity: range.count / 4 * 3 + 3) { output, count in
                    outcome = decode(text, range, classes, allowsSeveral, output, &count)
                }
            }
        }
        return outcome ?? .octets(octets)
    }

    /// Gives nil when all was decoded.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        _ classes: UnsafeBufferPointer<UInt8>,
        _ allowsSeveral: Bool,
        _ output: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) -> Outcome? {
        var position = range.lowerBound
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        while position < range.upperBound {
            if digits == 0, padding == 0, position + 4 <= range.upperBound {
                let one = classes[Int(text[position])], two = classes[Int(text[position + 1])]
                let three = classes[Int(text[position + 2])], four = classes[Int(text[position + 3])]
                if (one | two | three | four) < Class.blank {
                    let group = UInt32(one) << 18 | UInt32(two) << 12 | UInt32(three) << 6 | UInt32(four)
                    output[count] = UInt8(truncatingIfNeeded: group >> 16)
                    output[count + 1] = UInt8(truncatingIfNeeded: group >> 8)
                    output[count + 2] = UInt8(truncatingIfNeeded: group)
                    count += 3
                    position += 4
                    continue
                }
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
