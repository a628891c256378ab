/// The code page of Windows in the Americas and Western Europe, for text that is no UTF-8.
///
/// Other code pages cannot be told from it; names of properties and hosts are ASCII in all of them.
enum Windows1252 {
    /// 0x80 to 0x9f as Unicode; nil where the code page has no character.
    private static let high: [UInt16?] = [
        0x20ac, nil, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
        nil,
        0x017d, nil, nil, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
        0x203a,
        0x0153, nil, 0x017e, 0x0178,
    ]

    /// The text as UTF-8; nil where an octet is no character, or one that no text has.
    static func text(of octets: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(octets.count + octets.count / 8)
        for octet in octets {
            switch octet {
            case 0x09, 0x0a, 0x0c, 0x0d, 0x1b, 0x20..<0x7f: text.append(octet)
            case 0x80..<0xa0:
                guard let unit = high[Int(octet - 0x80)], let scalar = Unicode.Scalar(unit) else {
                    return nil
                }
                text += Array(String(scalar).utf8)
            case 0xa0...: text += [0xc0 | octet >> 6, 0x80 | octet & 0x3f]
            default: return nil
            }
        }
        return text
    }
}
