/// How the characters of a text stand in its octets.
///
/// `>` and `Out-File` of Windows PowerShell write UTF-16 with a mark, `Out-File -Encoding utf8` UTF-8 with one,
/// PowerShell 7 UTF-8 without, and `Set-Content` or an editor the code page of the machine.
enum TextEncoding: Sendable, Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian

    /// What tells an encoding without a mark: enough for a heading, little enough to cost nothing.
    private static let sample = 1_024

    /// The encoding by its mark, or without one by where the zeros stand.
    init(_ octets: [UInt8]) {
        if octets.starts(with: [0xff, 0xfe]) {
            self = .utf16LittleEndian
        } else if octets.starts(with: [0xfe, 0xff]) {
            self = .utf16BigEndian
        } else {
            var zeros = (even: 0, odd: 0)
            let sample = octets.prefix(Self.sample)
            for (position, octet) in sample.enumerated() where octet == 0 {
                if position.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
            }
            // A third of all characters: names and punctuation are ASCII, whatever language the values are in.
            let many = max(sample.count / 6, 1)
            // The other half of a character is zero in few of them, U+0100 and some of the pairs that emoji need.
            if zeros.odd >= many, zeros.even * 8 < zeros.odd {
                self = .utf16LittleEndian
            } else if zeros.even >= many, zeros.odd * 8 < zeros.even {
                self = .utf16BigEndian
            } else {
                self = .utf8
            }
        }
    }

    /// The text as UTF-8 without a mark; nil where the octets are no text.
    func text(of octets: [UInt8]) -> [UInt8]? {
        let text: [UInt8]
        switch self {
        case .utf8:
            text = Self.narrow(octets)
        case .utf16LittleEndian, .utf16BigEndian:
            text = wide(octets)
        }
        return text.contains(0) ? nil : text
    }

    private static func narrow(_ octets: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let body = octets.starts(with: mark) ? Array(octets.dropFirst(mark.count)) : octets
        return String(validating: body, as: UTF8.self) == nil ? Windows1252.text(of: body) ?? [0] : body
    }

    private func wide(_ octets: [UInt8]) -> [UInt8] {
        guard octets.count > 1 else { return [] }
        let low = self == .utf16LittleEndian ? 0 : 1
        var units = [UInt16](unsafeUninitializedCapacity: octets.count / 2) { units, count in
            for position in 0..<(octets.count / 2) {
                units[position] =
                    UInt16(octets[2 * position + low]) | UInt16(octets[2 * position + 1 - low]) << 8
            }
            count = octets.count / 2
        }
        // The mark; another one further in is an invisible character.
        if units.first == 0xfeff { units.removeFirst() }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

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
