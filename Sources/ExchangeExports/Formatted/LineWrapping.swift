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
