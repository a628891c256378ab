/// Reads what `Format-List` and `Format-Table` wrote, one after another as in a transcript, with anything between them.
struct FormattedOutputReader: Sendable {
    private let path: String
    private let limits: ExportLimits
    private var list: FormatListReader
    private var objects: [ExportedObject] = []
    private var hasList = false
    /// Cells of tables.
    private var cells = 0

    init(path: String, limits: ExportLimits) {
        self.path = path
        self.limits = limits
        list = FormatListReader(path: path, limits: limits)
    }

    /// Reads a whole text.
    mutating func read(_ text: PastedText) -> ExportContent {
        var next: TextLine? = text.line(at: text.octets.startIndex, number: 1)
        while let line = next {
            guard objects.count + list.objects.count < limits.objects, list.count + cells < limits.values
            else {
                return content(endingAt: line)
            }
            if let (table, first) = FormatTableReader.begin(at: line, in: text, path: path) {
                takeList()
                next = read(table, from: first, in: text)
            } else {
                list.take(line)
                next = text.line(after: line)
            }
        }
        return content(endingAt: nil)
    }

    /// Reads the rows of a table; gives the first line after it.
    private mutating func read(_ table: FormatTableReader, from first: TextLine?, in text: PastedText)
        -> TextLine?
    {
        var table = table
        var next = first
        while let line = next {
            guard objects.count + table.objects.count < limits.objects, cells + table.count < limits.values
            else {
                break
            }
            if table.take(line) {
                next = text.line(after: line)
            } else if line.isBlank, let following = text.line(after: line), table.resumes(at: following) {
                next = following
            } else {
                break
            }
        }
        table.end()
        objects += table.objects
        cells += table.count
        return next
    }

    private mutating func takeList() {
        let found = list.removeObjects()
        hasList = hasList || !found.isEmpty
        objects += found
    }

    private mutating func content(endingAt line: TextLine?) -> ExportContent {
        takeList()
        guard !objects.isEmpty else { return ExportContent(format: nil) }
        let problems = line.map {
            ExportProblem(
                ExportPlace(path: path, line: $0.number),
                "more than \(limits.objects) objects or \(limits.values) values; the rest is not read"
            )
        }
        return ExportContent(
            format: hasList ? .list : .table,
            objects: objects,
            problems: problems.map { [$0] } ?? []
        )
    }
}
