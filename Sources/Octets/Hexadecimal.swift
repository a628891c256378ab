/// Lower-case hexadecimal text of octets.
///
/// By hand because `String(format:)` was measured at fifteen times the cost.
package enum Hexadecimal {
    package static func string(_ octets: UnsafeRawBufferPointer, upperCase: Bool = false) -> String {
        String(unsafeUninitializedCapacity: octets.count * 2) { room in
            write(octets, upperCase: upperCase, to: UnsafeMutableRawBufferPointer(room))
            return room.count
        }
    }

    package static func string(_ octets: some Sequence<UInt8>, upperCase: Bool = false) -> String {
        Array(octets).withUnsafeBytes { string($0, upperCase: upperCase) }
    }

    /// Appends the text to text that is being written.
    package static func append(
        _ octets: UnsafeRawBufferPointer,
        upperCase: Bool = false,
        to text: inout OctetText
    ) {
        text.extend(by: octets.count * 2) { write(octets, upperCase: upperCase, to: $0) }
    }

    package static func append(_ octets: [UInt8], upperCase: Bool = false, to text: inout OctetText) {
        octets.withUnsafeBytes { append($0, upperCase: upperCase, to: &text) }
    }

    /// Writes two digits for each octet, sixteen octets at a time: digests are most of the hexadecimal text of a report.
    private static func write(
        _ octets: UnsafeRawBufferPointer,
        upperCase: Bool,
        to room: UnsafeMutableRawBufferPointer
    ) {
        // How far a letter lies behind where the digits would go on.
        let gap = upperCase ? UInt8(ascii: "A") - UInt8(ascii: ":") : UInt8(ascii: "a") - UInt8(ascii: ":")
        var position = 0
        while position + 16 <= octets.count {
            let block = octets.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
            var digits = SIMD32<UInt8>()
            digits.evenHalf = Self.digits(block &>> 4, gap: gap)
            digits.oddHalf = Self.digits(block & 0xf, gap: gap)
            room.storeBytes(of: digits, toByteOffset: position * 2, as: SIMD32<UInt8>.self)
            position += 16
        }
        while position < octets.count {
            let octet = octets[position]
            room[position * 2] = digit(octet >> 4, gap: gap)
            room[position * 2 + 1] = digit(octet & 0xf, gap: gap)
            position += 1
        }
    }

    private static func digit(_ value: UInt8, gap: UInt8) -> UInt8 {
        UInt8(ascii: "0") + value + (value > 9 ? gap : 0)
    }

    /// The digits of values below 16, by arithmetic alone: comparing lanes was measured at a hundred times the cost.
    @inline(__always)
    private static func digits(_ values: SIMD16<UInt8>, gap: UInt8) -> SIMD16<UInt8> {
        let isLetter = 0 &- ((values &+ 6) &>> 4)
        return values &+ UInt8(ascii: "0") &+ (isLetter & gap)
    }

    /// The octets that hexadecimal text of either case stands for; colons and blanks between them are passed over.
    package static func octets(_ text: some StringProtocol) -> [UInt8]? {
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
