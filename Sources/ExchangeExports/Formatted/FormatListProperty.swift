/// One property as `Format-List` writes it: a name, a colon, a value over one or more lines.
struct FormatListProperty: Sendable {
    /// The name.
    let name: String
    /// The columns before the name.
    let indent: Int
    /// The column at which the value begins, and each line that it goes on.
    let column: Int
    /// Whether blanks stand before the colon, as PowerShell has them and prose has not.
    let isAligned: Bool
    /// The line on which it begins.
    let line: Int
    /// The lines of the value.
    private(set) var rows: [Row]
    /// Whether a list is open at the end of the last line.
    private(set) var isListOpen = false

    /// One line of a value.
    struct Row: Sendable {
        let octets: ArraySlice<UInt8>
        /// How far the whole line went.
        let width: Int
        /// Whether the line begins at the value's column or further to the right.
        let isHanging: Bool
    }

    /// Longer names than any property has; a line of ten million letters is read no further than this.
    private static let longestName = 80

    /// Reads the first line of a property; nil where a line is none.
    init?(_ line: TextLine) {
        let body = line.body
        guard let first = body.first, Self.isLetter(first) else { return nil }
        let nameEnd = body.prefix(Self.longestName).firstIndex { !Self.isLetter($0) && !Self.isDigit($0) }
        guard let nameEnd else { return nil }
        guard let colon = body[nameEnd...].firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        guard let width = Self.colon(body[colon...]) else { return nil }
        let value = body[(colon + width)...]
        guard width > 1 || value.first ?? UInt8(ascii: " ") == UInt8(ascii: " ") else { return nil }
        name = body[..<nameEnd].text
        isAligned = colon > nameEnd || width > 1
        guard isAligned || PropertyNames.contain(name) else { return nil }
        indent = line.indent
        // An empty value's line ends with the colon.
        column = colon + width + 1 - line.octets.startIndex
        self.line = line.number
        rows = []
        append(value.withoutBlanks, of: line, isHanging: true)
    }

    /// Goes on with another line.
    mutating func append(_ line: TextLine) {
        append(line.body, of: line, isHanging: line.indent >= column)
    }

    private mutating func append(_ octets: ArraySlice<UInt8>, of line: TextLine, isHanging: Bool) {
        if rows.isEmpty { isListOpen = octets.first == UInt8(ascii: "{") }
        if octets.last == UInt8(ascii: "}") { isListOpen = false }
        rows.append(Row(octets: octets, width: line.width, isHanging: isHanging))
    }

    /// The length of a colon, also of those that input methods and web pages put for it.
    private static func colon(_ text: ArraySlice<UInt8>) -> Int? {
        if text.first == UInt8(ascii: ":") { return 1 }
        let wide = ["\u{ff1a}", "\u{fe55}", "\u{2236}", "\u{a789}"]
        return wide.first { text.starts(with: $0.utf8) }?.utf8.count
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20) || octet == UInt8(ascii: "_")
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }
}
