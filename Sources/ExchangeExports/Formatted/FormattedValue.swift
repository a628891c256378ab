/// What a value of `Format-List` or `Format-Table` says, which is text save for the braces of lists.
enum FormattedValue {
    /// Reads the text of a value, without blanks round it.
    static func read(_ text: String, of name: String) -> ExportedValue {
        if text.isEmpty { return .null }
        if LostValue.isOne(text) { return .lost(text) }
        guard text.utf8.first == UInt8(ascii: "{") else {
            return cut(text).map(ExportedValue.cutText) ?? .text(text)
        }
        let list: ExportedValue
        if text.utf8.last == UInt8(ascii: "}") {
            list = elements(String(text.dropFirst().dropLast()), isClosed: true)
        } else if text.utf8.contains(UInt8(ascii: "}")) {
            // `{6B29FC40-CA47-1067-B31D-00DD010662DA} and more` is no list.
            return cut(text).map(ExportedValue.cutText) ?? .text(text)
        } else {
            list = elements(String(text.dropFirst()), isClosed: false)
        }
        return OctetList.read(list, of: name) ?? list
    }

    /// The text before the mark for a missing end; nil where there is no mark.
    static func cut(_ text: String) -> String? {
        if text.utf8.suffix(3).elementsEqual("\u{2026}".utf8) { return String(text.dropLast()) }
        return text.utf8.suffix(3).elementsEqual("...".utf8) ? String(text.dropLast(3)) : nil
    }

    /// A list's elements; PowerShell puts the mark after the last whole one, a column of a table anywhere.
    private static func elements(_ text: String, isClosed: Bool) -> ExportedValue {
        let kept = cut(text)
        var elements = split(kept ?? text).map(ExportedValue.text)
        let isCut = kept != nil || !isClosed
        if !isClosed, case .text(let last)? = elements.last {
            elements[elements.count - 1] = .cutText(last)
        }
        return .list(elements, isCut: isCut)
    }

    /// Parts at commas, but not within an element's own brackets; elements of objects have braces of their own.
    private static func split(_ text: String) -> [String] {
        var elements: [String] = []
        var depth = 0
        let octets = Array(text.utf8)
        var start = 0
        func take(to end: Int) {
            let element = octets[start..<end].withoutBlanks
            if !element.isEmpty { elements.append(element.text) }
        }
        for (position, octet) in octets.enumerated() {
            switch octet {
            case UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: ")"): depth = max(depth - 1, 0)
            case UInt8(ascii: ",") where depth == 0:
                // `1,2` within an element stays together: PowerShell puts a blank after its own commas.
                guard position + 1 == octets.count || octets[position + 1] == UInt8(ascii: " ") else {
                    continue
                }
                take(to: position)
                start = position + 1
            default: break
            }
        }
        take(to: octets.count)
        return elements
    }
}

/// How a console broke the values of one object into lines, and so what goes between two lines of a value.
///
/// In most Western languages PowerShell breaks at blanks, which then are missing at the end of the line, and only a
/// word that is longer than the line is broken anywhere. In others, Russian and Chinese among them, it fills each line
/// to its end and breaks there. Which of the two was done no export says, so the widths of the lines must.
struct LineWrapping: Sendable {
    /// The columns that the console had, as far as the lines tell.
    private let width: Int
    /// Whether lines are filled to their end.
    private let fillsLines: Bool

    /// Looks at the lines of an object's properties.
    init(_ properties: [FormatListProperty]) {
        let width = properties.flatMap(\.rows).map(\.width).max() ?? 0
        // The last line of a value ends where the value does.
        let wrapped = properties.flatMap { $0.rows.dropLast() }.filter { $0.octets.last != UInt8(ascii: ",") }
        self.width = width
        fillsLines = wrapped.count > 1 && wrapped.allSatisfy { $0.width == width }
    }

    /// The value that lines make up.
    func text(of rows: [FormatListProperty.Row]) -> String {
        guard rows.count > 1 else { return rows.first?.octets.text ?? "" }
        var text: [UInt8] = []
        for (index, row) in rows.enumerated() {
            if index > 0, needsBlank(after: rows[index - 1], before: row) { text.append(UInt8(ascii: " ")) }
            text += row.octets
        }
        return text[...].withoutBlanks.text
    }

    private func needsBlank(after row: FormatListProperty.Row, before next: FormatListProperty.Row) -> Bool {
        if row.octets.isEmpty { return false }
        // Elements of a list and parts of a name stand behind a comma and a blank.
        if row.octets.last == UInt8(ascii: ",") { return true }
        if !next.isHanging || row.width < width { return true }
        return !fillsLines && row.octets.contains(UInt8(ascii: " "))
    }
}
