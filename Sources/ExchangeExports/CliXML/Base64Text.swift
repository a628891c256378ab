/// Base64 (RFC 4648, 4) with any white space in it.
enum Base64Text {
    private static let digits: [UInt8] = {
        var table = [UInt8](repeating: .max, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, digit) in alphabet.utf8.enumerated() { table[Int(digit)] = UInt8(value) }
        return table
    }()

    /// The octets, nil where the text is no base64 or ends in the middle of a group.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var count = 0
        var padding = 0
        for character in text {
            let digit = digits[Int(character)]
            if digit != .max {
                guard padding == 0 else { return nil }
                group = group << 6 | UInt32(digit)
                count += 1
                if count == 4 {
                    octets.append(UInt8(truncatingIfNeeded: group >> 16))
                    octets.append(UInt8(truncatingIfNeeded: group >> 8))
                    octets.append(UInt8(truncatingIfNeeded: group))
                    count = 0
                }
            } else if character == UInt8(ascii: "=") {
                padding += 1
            } else if !(character == 0x20 || (0x09...0x0d).contains(character)) {
                return nil
            }
        }
        switch (count, padding) {
        case (0, 0): break
        case (2, 2): octets.append(UInt8(truncatingIfNeeded: group >> 4))
        case (3, 1):
            octets.append(UInt8(truncatingIfNeeded: group >> 10))
            octets.append(UInt8(truncatingIfNeeded: group >> 2))
        default: return nil
        }
        return octets
    }
}
