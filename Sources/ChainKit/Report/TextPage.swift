/// Lines of text for people, wrapped to a width.
///
/// Takes text that is fit to print: whatever comes from a certificate or a file has gone through ``TextPage/show(_:upTo:)``
/// before, exactly once.
struct TextPage {
    /// Longest text from one field of a certificate.
    static let fieldLimit = 200
    /// Longest message of a finding or problem.
    static let messageLimit = 700

    let style: TextStyle
    private(set) var text = ""

    init(style: TextStyle) { self.style = style }

    /// Text from a certificate or file made fit to print, the end cut off where it is long.
    static func show(_ text: String, upTo limit: Int = fieldLimit) -> String {
        // Cut before escaping: one hidden character becomes eight.
        guard text.unicodeScalars.count > limit else { return PrintableText.escape(text) }
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        return PrintableText.escape(kept) + "…"
    }

    /// Forgets the text.
    mutating func removeAll() { text = "" }

    mutating func blank() { text += "\n" }

    /// Adds a line as it is, for what must be copied whole.
    mutating func verbatim(_ line: String) {
        text += line
        while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
        text += "\n"
    }

    /// Adds text after an indent; what does not fit goes on below, under `hanging` more blanks.
    mutating func paragraph(_ content: String, indent: Int = 0, hanging: Int = 0) {
        wrap(content, after: String(repeating: " ", count: indent), hanging: indent + hanging)
    }

    /// Adds a labelled line of a block; what does not fit goes on below, under the content.
    mutating func field(_ label: String, _ content: String, indent: Int = 2, labelWidth: Int = 11) {
        let padding = String(repeating: " ", count: max(1, labelWidth - DisplayWidth.columns(label)))
        let lead = String(repeating: " ", count: indent) + style.paint(label, .faint) + padding
        wrap(content, after: lead, hanging: indent + labelWidth)
    }

    /// Adds text after a lead that is kept as it is; what does not fit goes on below, under so many blanks.
    mutating func wrap(_ content: String, after lead: String, hanging: Int) {
        var line = lead
        var column = DisplayWidth.columns(lead)
        guard column + DisplayWidth.columns(content) > style.width else {
            verbatim(line + content)
            return
        }
        var isFresh = true
        for word in content.split(separator: " ") {
            let columns = DisplayWidth.columns(String(word))
            if !isFresh && column + 1 + columns > style.width {
                verbatim(line)
                (line, column, isFresh) = (String(repeating: " ", count: hanging), hanging, true)
            }
            if !isFresh {
                line += " "
                column += 1
            }
            line += word
            column += columns
            isFresh = false
        }
        verbatim(line)
    }
}
