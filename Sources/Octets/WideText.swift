/// Text of two or four octets a character, as PowerShell's Out-File and Exchange write it.
///
/// PEM is ASCII, so narrowing keeps what is below 128 and puts a question mark for the rest; lines keep their numbers.
/// The mark itself goes: base64 without armour begins with its first character.
package enum WideText: String {
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32LittleEndian = "UTF-32LE"
    case utf32BigEndian = "UTF-32BE"

    private static let byteOrderMarks: [([UInt8], WideText)] = [
        // The longer one first: UTF-16LE's is its beginning.
        ([0xff, 0xfe, 0, 0], .utf32LittleEndian), ([0, 0, 0xfe, 0xff], .utf32BigEndian),
        ([0xff, 0xfe], .utf16LittleEndian), ([0xfe, 0xff], .utf16BigEndian),
    ]

    /// Tells the encoding by its mark or, without one, by where the zeros stand among the first characters.
    package init?(_ octets: [UInt8]) {
        if let marked = Self.byteOrderMarks.first(where: { octets.starts(with: $0.0) }) {
            self = marked.1
            return
        }
        guard octets.count >= 16 else { return nil }
        let sample = octets.prefix(256 & ~3)
        var zeros = [0, 0, 0, 0]
        for (position, octet) in sample.enumerated() where octet == 0 { zeros[position % 4] += 1 }
        // Nine in ten: text may begin with some characters outside of Latin-1.
        let mostly = sample.count / 4 * 9 / 10
        let isZero = zeros.map { $0 >= max(mostly, 1) }
        let isFree = zeros.map { $0 <= sample.count / 40 }
        switch (isZero, isFree) {
        case ([false, true, true, true], _) where isFree[0]: self = .utf32LittleEndian
        case ([true, true, true, false], _) where isFree[3]: self = .utf32BigEndian
        case ([false, true, false, true], _) where isFree[0] && isFree[2]: self = .utf16LittleEndian
        case ([true, false, true, false], _) where isFree[1] && isFree[3]: self = .utf16BigEndian
        default: return nil
        }
    }

    private var width: Int {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        }
    }

    private var isBigEndian: Bool {
        switch self {
        case .utf16BigEndian, .utf32BigEndian: true
        case .utf16LittleEndian, .utf32LittleEndian: false
        }
    }

    /// One octet a character.
    package func narrowed(_ octets: [UInt8]) -> [UInt8] {
        let width = width
        let low = isBigEndian ? width - 1 : 0
        let mark = Self.byteOrderMarks.first { $0.1 == self }?.0 ?? []
        let start = octets.starts(with: mark) ? mark.count : 0
        return [UInt8](unsafeUninitializedCapacity: octets.count / width) { output, count in
            var position = start
            while position + width <= octets.count {
                var high: UInt8 = 0
                for index in 0..<width where index != low { high |= octets[position + index] }
                let octet = octets[position + low]
                output[count] = high == 0 && octet < 0x80 ? octet : UInt8(ascii: "?")
                count += 1
                position += width
            }
        }
    }
}
