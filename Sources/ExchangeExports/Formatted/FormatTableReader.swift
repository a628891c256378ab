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
