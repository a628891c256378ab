/// Lower-case hexadecimal text of octets.
///
/// By hand because `String(format:)` was measured at fifteen times the cost.
enum Hexadecimal {
    private static let digits: StaticString = "0123456789abcdef"
    private static let upperDigits: StaticString = "0123456789ABCDEF"

    static func string(_ octets: some Collection<UInt8>, upperCase: Bool = false) -> String {
        let digits = (upperCase ? upperDigits : digits).utf8Start
        return String(unsafeUninitializedCapacity: octets.count * 2) { buffer in
            var position = 0
            for octet in octets {
                buffer[position] = digits[Int(octet >> 4)]
                buffer[position + 1] = digits[Int(octet & 0xf)]
                position += 2
            }
            return position
        }
    }

    /// Appends the text to text that is being written.
    static func append(_ octets: some Collection<UInt8>, upperCase: Bool = false, to text: inout OctetText) {
        let digits = (upperCase ? upperDigits : digits).utf8Start
        text.extend(by: octets.count * 2) { room in
            var position = 0
            for octet in octets {
                room[position] = digits[Int(octet >> 4)]
                room[position + 1] = digits[Int(octet & 0xf)]
                position += 2
            }
        }
    }

    /// The octets that hexadecimal text of either case stands for; colons and blanks between them are passed over.
    static func octets(_ text: some StringProtocol) -> [UInt8]? {
        var octets: [UInt8] = []
        var high: UInt8?
        for character in text.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = character - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = character - UInt8(ascii: "A") + 10
            case UInt8(ascii: ":"), UInt8(ascii: " "): continue
            default: return nil
            }
            if let first = high {
                octets.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? octets : nil
    }
}
