/// One line of a text that people paste.
struct TextLine: Sendable {
    /// The line's number in the file, from 1.
    let number: Int
    /// The line without its end, marks of quotation before it, and blanks after it.
    let octets: ArraySlice<UInt8>
    /// Where the next line begins; nil after the last one.
    let next: Int?
    /// The blanks before the first character.
    let indent: Int

    init(number: Int, octets: ArraySlice<UInt8>, next: Int?) {
        let body = octets.withoutBlanksAfter
        self.number = number
        self.octets = body
        self.next = next
        indent = (body.firstIndex { $0 != UInt8(ascii: " ") } ?? body.endIndex) - body.startIndex
    }

    /// Whether there is nothing on it.
    var isBlank: Bool { indent == octets.count }

    /// What stands after the blanks.
    var body: ArraySlice<UInt8> { octets.dropFirst(indent) }

    /// Characters, which for all but East Asian text is what a console counts columns by.
    var width: Int { octets.count { $0 & 0xc0 != 0x80 } }

    /// Whether a person or PowerShell parts here what stands before from what stands after: a prompt, a command, a
    /// fence of Markdown, a heading, a rule.
    var isBoundary: Bool {
        let body = body
        guard let first = body.first, body.count > 2 else { return false }
        if body.dropFirst().first == first, body.allSatisfy({ $0 == first }) { return true }
        return Self.openings.contains { first == $0.utf8.first && body.starts(with: $0.utf8) }
    }

    private static let openings = ["[PS]", "PS ", "PS>", "Get-", "```", "~~~", "**", "# ", "## ", "### "]
}

extension ArraySlice<UInt8> {
    /// Without the blanks at its end.
    var withoutBlanksAfter: ArraySlice<UInt8> {
        self[startIndex..<((lastIndex { $0 != UInt8(ascii: " ") }).map { $0 + 1 } ?? startIndex)]
    }

    /// Without blanks at either end.
    var withoutBlanks: ArraySlice<UInt8> { withoutBlanksAfter.drop { $0 == UInt8(ascii: " ") } }

    /// The octets as text; they are UTF-8 already.
    var text: String { String(decoding: self, as: UTF8.self) }
}
