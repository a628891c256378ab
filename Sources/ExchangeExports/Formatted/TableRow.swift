/// One line of a table, by columns.
struct TableRow: Sendable {
    /// The characters, since columns count these.
    let characters: [Unicode.Scalar]

    /// A run of characters.
    struct Span: Sendable, Hashable {
        var start: Int
        var end: Int
    }

    init(_ line: TextLine) { characters = Array(line.octets.text.unicodeScalars) }

    /// The runs without blanks.
    var words: [Span] {
        var words: [Span] = []
        for (position, character) in characters.enumerated() where character != " " {
            if words.last?.end == position {
                words[words.count - 1].end = position + 1
            } else {
                words.append(Span(start: position, end: position + 1))
            }
        }
        return words
    }

    /// The text between two columns, without blanks round it.
    subscript(start: Int, end: Int) -> String {
        let cell = characters[min(start, characters.count)..<min(max(start, end), characters.count)]
        let rest = cell.drop { $0 == " " }
        let last = rest.lastIndex { $0 != " " }
        return last.map { String(String.UnicodeScalarView(rest[...$0])) } ?? ""
    }

    /// Whether the line is nothing but dashes and blanks, as below the headings of a table.
    static func isRuler(_ line: TextLine) -> Bool {
        guard let first = line.body.first, first == UInt8(ascii: "-") || first == 0xe2 else { return false }
        let text = line.body.text.unicodeScalars
        return text.count > 1 && text.allSatisfy { $0 == " " || dashes.contains($0) }
    }

    /// Hyphens, dashes and the minus sign: editors of web pages put one for another.
    private static let dashes: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
    ]
}
