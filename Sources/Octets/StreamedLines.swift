/// Cuts text that arrives in pieces into lines, as UTF-8, and keeps no more than one line of it.
///
/// UTF-16 is told by its mark or by its zeros, as PowerShell writes it; other text is passed on as it is.
package struct StreamedLines {
    /// A longer line is cut: no log has one, and a file without line ends must not fill the memory.
    static let longestLine = 64 << 10

    private enum Encoding {
        case narrow
        case wide(isBigEndian: Bool)
    }

    private var encoding: Encoding?
    private var line: [UInt8] = []
    private var oddOctet: UInt8?
    private var highSurrogate: UInt16?

    package init() {}

    /// Takes the next octets and hands over every line that ends in them, without its end.
    package mutating func take(_ octets: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        guard !octets.isEmpty else { return }
        switch encoding ?? detect(octets) {
        case .narrow: split(octets[...], body)
        case .wide(let isBigEndian): split(narrowed(octets, isBigEndian)[...], body)
        }
    }

    /// Hands over the last line, which may lack its end.
    package mutating func finish(_ body: (ArraySlice<UInt8>) -> Void) {
        if !line.isEmpty { body(line[...]) }
        line = []
    }

    private mutating func detect(_ octets: [UInt8]) -> Encoding {
        let found: Encoding =
            switch WideText(octets) {
            case .utf16LittleEndian: .wide(isBigEndian: false)
            case .utf16BigEndian: .wide(isBigEndian: true)
            case .utf32LittleEndian, .utf32BigEndian, nil: .narrow
            }
        encoding = found
        return found
    }

    private mutating func split(_ octets: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
        var rest = octets
        if line.isEmpty, rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        while let end = rest.firstIndex(of: 0x0a) {
            if line.isEmpty {
                body(Self.trimmed(rest[..<end]).prefix(Self.longestLine))
            } else {
                append(rest[..<end])
                body(Self.trimmed(line[...]))
                line.removeAll(keepingCapacity: true)
            }
            rest = rest[(end + 1)...]
        }
        append(rest)
    }

    private mutating func append(_ octets: ArraySlice<UInt8>) {
        line += octets.prefix(max(0, Self.longestLine - line.count))
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == 0x0d ? line.dropLast() : line
    }

    /// UTF-16 as UTF-8; what does not fit into this piece waits for the next.
    private mutating func narrowed(_ octets: [UInt8], _ isBigEndian: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(octets.count)
        for octet in octets {
            guard let first = oddOctet else {
                oddOctet = octet
                continue
            }
            oddOctet = nil
            let unit =
                isBigEndian ? UInt16(first) << 8 | UInt16(octet) : UInt16(octet) << 8 | UInt16(first)
            append(unit, to: &output)
        }
        return output
    }

    private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
        switch unit {
        case 0xfeff: return
        case 0xd800...0xdbff: highSurrogate = unit
        case 0xdc00...0xdfff:
            guard let high = highSurrogate else { return }
            highSurrogate = nil
            output += String(decoding: [high, unit], as: UTF16.self).utf8
        case 0..<0x80: output.append(UInt8(unit))
        default: output += String(decoding: [unit], as: UTF16.self).utf8
        }
    }
}
