import Octets

/// Finds the blocks of PEM (RFC 7468) in any text.
///
/// Wider than the RFC where real files are: a block may begin and end anywhere in a line, so blocks are found in HTML,
/// YAML and JSON, behind indentation, and where END and BEGIN stand on one line. Stricter nowhere, except that the
/// dashes, "BEGIN" and the label must be as the RFC has them (a web form's line break may stand for the blank). Every search goes forward from where the last one
/// ended, so the cost is linear whatever the text.
struct PEMScanner {
    struct Block {
        /// Offset of the BEGIN line's first dash.
        let start: Int
        let label: Range<Int>
        let body: Range<Int>
        /// Offset after the END line's last dash, nil where the text ends or the next block begins before an END line.
        let end: Int?
        /// Whether the END line carries the BEGIN line's label.
        let labelsAgree: Bool
    }

    /// RFC 7468 sets none; the longest label in use has 28 characters.
    static let maximumLabel = 64

    let text: [UInt8]
    private(set) var position: Int
    /// Offset of the first BEGIN line whose label cannot be one.
    private(set) var badLabel: Int?

    init(_ text: [UInt8], from start: Int = 0) {
        self.text = text
        position = start
    }

    /// Goes on at `position`, which lies ahead.
    mutating func skip(to position: Int) { self.position = max(self.position, position) }

    mutating func next() -> Block? {
        while let start = OctetSearch.first("-----BEGIN", in: text, from: position) {
            let labelStart = start + 11
            guard let labelEnd = endOfLabel(from: labelStart) else {
                badLabel = badLabel ?? start
                position = start + 10
                continue
            }
            let bodyStart = labelEnd + 5
            position = bodyStart
            guard !isMention(bodyStart) else { continue }
            return block(start: start, label: labelStart..<labelEnd, bodyStart: bodyStart)
        }
        return nil
    }

    private mutating func block(start: Int, label: Range<Int>, bodyStart: Int) -> Block {
        guard let dashes = OctetSearch.first("-----", in: text, from: bodyStart) else {
            position = text.count
            return Block(
                start: start,
                label: label,
                body: bodyStart..<text.count,
                end: nil,
                labelsAgree: false
            )
        }
        position = dashes
        guard OctetSearch.matches("-----END", in: text, at: dashes), let end = endOfLabel(from: dashes + 9)
        else {
            return Block(start: start, label: label, body: bodyStart..<dashes, end: nil, labelsAgree: false)
        }
        position = end + 5
        let agree = text[label].elementsEqual(text[(dashes + 9)..<end])
        return Block(start: start, label: label, body: bodyStart..<dashes, end: end + 5, labelsAgree: agree)
    }

    /// Where the label that begins at `start` ends with five dashes, nil where it is no label (RFC 7468, 3).
    private func endOfLabel(from start: Int) -> Int? {
        guard start <= text.count, Base64Decoder.isBlank(text[start - 1]) else { return nil }
        let limit = min(start + Self.maximumLabel, text.count)
        guard let end = OctetSearch.first("-----", in: text, from: start, to: min(limit + 5, text.count))
        else {
            return nil
        }
        var isAfterBlank = true
        for octet in text[start..<end] {
            let isBlank = Base64Decoder.isBlank(octet)
            guard isBlank || (0x21...0x7e).contains(octet), !(isBlank && isAfterBlank) else { return nil }
            isAfterBlank = isBlank
        }
        return isAfterBlank ? nil : end
    }

    /// Whether a BEGIN line is only spoken of, as in `grep -q "-----BEGIN CERTIFICATE-----"`.
    private func isMention(_ position: Int) -> Bool {
        guard position < text.count else { return false }
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: ","),
            UInt8(ascii: "."):
            // A program's source may hold the block line by line, each in quotes.
            let end = min(position + 24, text.count)
            guard let quote = text[(position + 1)..<end].firstIndex(where: { $0 == text[position] }) else {
                return true
            }
            return !text[(position + 1)..<quote].contains(UInt8(ascii: "\n"))
        default: return false
        }
    }

    /// The number of the line that `offset` stands in, from 1; CRLF, LF and CR each end a line.
    static func line(of offset: Int, in text: [UInt8]) -> Int {
        var line = 1
        var previous: UInt8 = 0
        for octet in text[..<min(offset, text.count)] {
            if octet == UInt8(ascii: "\n") ? previous != UInt8(ascii: "\r") : octet == UInt8(ascii: "\r") {
                line += 1
            }
            previous = octet
        }
        return line
    }
}
