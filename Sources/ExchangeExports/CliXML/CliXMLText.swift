/// Text of CliXML, where characters that XML cannot hold stand as `_xHHHH_`, one for each UTF-16 unit (MS-PSRP,
/// 2.2.5.3.2).
enum CliXMLText {
    /// Undoes the escapes.
    static func decode(_ octets: some Collection<UInt8>) -> String {
        guard octets.contains(UInt8(ascii: "_")) else { return String(decoding: octets, as: UTF8.self) }
        let octets = Array(octets)
        var output: [UInt8] = []
        output.reserveCapacity(octets.count)
        var position = 0
        while position < octets.count {
            let units = escapes(in: octets, from: position)
            if units.isEmpty {
                output.append(octets[position])
                position += 1
            } else {
                output += String(utf16: units).utf8
                position += 7 * units.count
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The units of the escape at a place, two where they are the halves of one character.
    private static func escapes(in octets: [UInt8], from position: Int) -> [UInt16] {
        guard let first = escape(in: octets, at: position) else { return [] }
        guard UTF16.isLeadSurrogate(first), let second = escape(in: octets, at: position + 7),
            UTF16.isTrailSurrogate(second)
        else {
            return [first]
        }
        return [first, second]
    }

    private static func escape(in octets: [UInt8], at position: Int) -> UInt16? {
        guard position + 7 <= octets.count, octets[position] == UInt8(ascii: "_"),
            octets[position + 1] == UInt8(ascii: "x"), octets[position + 6] == UInt8(ascii: "_")
        else {
            return nil
        }
        var unit: UInt16 = 0
        for octet in octets[(position + 2)..<(position + 6)] {
            guard let digit = Character(UnicodeScalar(octet)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}

extension String {
    /// Text of UTF-16 units; half a character becomes U+FFFD.
    init(utf16 units: some Collection<UInt16>) { self.init(decoding: units, as: UTF16.self) }
}

/// The text of the element that is being read.
struct CliXMLCharacters {
    private let limit: Int
    private var octets: [UInt8] = []
    private var isTooLong = false

    init(limit: Int) { self.limit = limit }

    /// Octets so far.
    var count: Int { octets.count }

    mutating func add(_ piece: UnsafeRawBufferPointer) {
        guard !isTooLong, octets.count + piece.count <= limit else {
            isTooLong = true
            octets = []
            return
        }
        octets.append(contentsOf: piece)
    }

    /// Lends the text and begins anew; nil where it is longer than the limit.
    mutating func take<Result>(_ read: ([UInt8]) -> Result) -> Result? {
        defer {
            octets.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        return isTooLong ? nil : read(octets)
    }
}
