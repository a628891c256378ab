/// The columns of a table as the heading and the dashes below it say.
struct TableColumns: Sendable {
    /// The headings.
    let names: [String]
    private let spans: [TableRow.Span]
    /// The column that takes what is left where columns can only be told by blanks.
    private let widest: Int

    /// The headings of Get-ExchangeCertificate, which are known without dashes below them.
    private static let certificates = ["Thumbprint", "Services", "Subject"]

    /// Reads a heading with the dashes below it, or alone where it is a known one; nil where it is no heading.
    init?(heading line: TextLine, ruler: TextLine?) {
        guard let first = line.body.first, first | 0x20 >= UInt8(ascii: "a") else { return nil }
        let heading = TableRow(line)
        let words = heading.words
        if let ruler, ruler.body.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }),
            ruler.indent == line.indent
        {
            // A heading may have blanks in it, so the dashes say where it is.
            spans = TableRow(ruler).words
            names = spans.enumerated().map { [spans] index, span in
                heading[
                    span.start,
                    index + 1 < spans.count ? spans[index + 1].start : heading.characters.count
                ]
            }
        } else {
            // Dashes that a web page made fewer of stand nowhere, but there are as many as headings.
            if let ruler, TableRow(ruler).words.count != words.count { return nil }
            spans = words
            names = words.map { heading[$0.start, $0.end] }
        }
        guard !names.contains(""), Set(names).count == names.count else { return nil }
        widest = names.firstIndex(of: "Subject") ?? names.count - 1
        if ruler == nil {
            guard names.starts(with: Self.certificates) else { return nil }
        } else {
            guard PropertyNames.describeObject(names) else { return nil }
        }
    }

    /// Columns of a table's cells; a text of its own for each heading, empty where there is none.
    func cells(of line: TextLine) -> [String] {
        let row = TableRow(line)
        return alignedCells(row) ?? blankSeparatedCells(row)
    }

    /// The width of a column, nil for the last one.
    func width(of column: Int) -> Int? {
        column + 1 < spans.count ? spans[column + 1].start - spans[column].start - 1 : nil
    }

    /// Cells by where they stand; nil where the row does not keep to the heading's columns.
    private func alignedCells(_ row: TableRow) -> [String]? {
        var starts = [0]
        for (column, span) in spans.enumerated().dropFirst() {
            var start = span.start
            // A number stands at the right, and may begin before its heading does, but after the one before.
            while start > spans[column - 1].end, start < row.characters.count,
                row.characters[start - 1] != " "
            {
                start -= 1
            }
            guard start >= row.characters.count || row.characters[start - 1] == " " else { return nil }
            starts.append(start)
        }
        starts.append(row.characters.count)
        return zip(starts, starts.dropFirst()).map { row[$0, $1] }
    }

    /// Cells where the blanks between them are all that is left: one word each, save in the widest column.
    private func blankSeparatedCells(_ row: TableRow) -> [String] {
        let words = row.words
        let after = names.count - widest - 1
        guard words.count >= names.count else {
            return names.indices.map { $0 < words.count ? row[words[$0].start, words[$0].end] : "" }
        }
        let before = words.prefix(widest).map { row[$0.start, $0.end] }
        let middle = row[words[widest].start, words[words.count - after - 1].end]
        return before + [middle] + words.suffix(after).map { row[$0.start, $0.end] }
    }
}
