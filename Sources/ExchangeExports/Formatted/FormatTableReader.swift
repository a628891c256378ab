/// Reads one table that `Format-Table` wrote.
struct FormatTableReader: Sendable {
    private let path: String
    private let columns: TableColumns
    private var cells: [String] = []
    private var line = 0
    private(set) var objects: [ExportedObject] = []
    /// Cells so far.
    var count: Int { objects.count * columns.names.count }

    /// Begins a table at its heading; nil where the line is none.
    ///
    /// Gives the first line below the heading as well.
    static func begin(at heading: TextLine, in text: PastedText, path: String) -> (Self, first: TextLine?)? {
        guard !heading.isBlank, let following = text.line(after: heading) else { return nil }
        // A web page may put a blank line after every line.
        let below = following.isBlank ? text.line(after: following) : following
        let ruler = below.flatMap { TableRow.isRuler($0) ? $0 : nil }
        guard ruler != nil || heading.body.starts(with: "Thumbprint".utf8) else { return nil }
        guard let columns = TableColumns(heading: heading, ruler: ruler) else { return nil }
        return (Self(path: path, columns: columns), ruler.map { text.line(after: $0) } ?? below)
    }

    private init(path: String, columns: TableColumns) {
        self.path = path
        self.columns = columns
    }

    /// Takes the next line; whether it belongs to the table.
    mutating func take(_ line: TextLine) -> Bool {
        if line.isBlank || line.isBoundary { return false }
        let cells = columns.cells(of: line)
        if cells.first == "", !self.cells.isEmpty {
            wrap(cells)
            return true
        }
        // Without an indentation only the thumbprint tells a row from the prose after the table.
        if columns.names.first == "Thumbprint", !Self.isThumbprint(cells.first ?? "") { return false }
        end()
        self.cells = cells
        self.line = line.number
        return true
    }

    /// Whether a line after a blank one goes on with a table of certificates.
    func resumes(at line: TextLine) -> Bool {
        columns.names.first == "Thumbprint" && Self.isThumbprint(columns.cells(of: line).first ?? "")
    }

    /// Makes an object of the last row.
    mutating func end() {
        guard !cells.isEmpty else { return }
        let properties = zip(columns.names, cells).map { name, cell in
            ExportedObject.Property(name, Self.value(cell, of: name))
        }
        objects.append(ExportedObject(properties: properties, place: ExportPlace(path: path, line: line)))
        cells = []
    }

    /// Goes on with the cells of a row that `-Wrap` put into several lines.
    private mutating func wrap(_ rest: [String]) {
        for (column, cell) in rest.enumerated() where !cell.isEmpty {
            // A cell is full where a word of its own is longer than the column.
            let isFull = columns.width(of: column).map { cells[column].unicodeScalars.count >= $0 } ?? false
            cells[column] += (isFull || cells[column].isEmpty ? "" : " ") + cell
        }
    }

    private static func value(_ cell: String, of name: String) -> ExportedValue {
        // `...` of services are three that are not set; a web page may make one character of them.
        guard name == "Services", cell.unicodeScalars.allSatisfy({ isServiceLetter($0) }) else {
            return FormattedValue.read(cell, of: name)
        }
        let letters = cell.unicodeScalars.map { $0 == "\u{2026}" ? "..." : String($0) }.joined()
        return letters.isEmpty ? .null : .text(letters)
    }

    private static func isServiceLetter(_ character: Unicode.Scalar) -> Bool {
        character == "." || character == "\u{2026}" || ("A"..."Z").contains(character)
    }

    /// Hexadecimal, however many digits: people make thumbprints anonymous by adding some.
    private static func isThumbprint(_ cell: String) -> Bool {
        let digits = FormattedValue.cut(cell) ?? cell
        return digits.utf8.count >= 8
            && digits.utf8.allSatisfy { octet in
                (0x30...0x39).contains(octet) || (0x61...0x66).contains(octet | 0x20)
            }
    }
}

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
