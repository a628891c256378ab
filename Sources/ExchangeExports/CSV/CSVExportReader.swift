/// Reads what `Export-Csv` wrote.
struct CSVExportReader: Sendable {
    private let path: String
    private let limits: ExportLimits
    private var problems: [ExportProblem] = []

    init(path: String, limits: ExportLimits) {
        self.path = path
        self.limits = limits
    }

    /// Reads a text in UTF-8; no format where it has no heading of a cmdlet.
    mutating func read(_ text: [UInt8]) -> ExportContent {
        guard let heading = CSVHeading(text) else { return ExportContent(format: nil) }
        var records = CSVRecords(text, from: heading.end, line: heading.line, delimiter: heading.delimiter)
        var objects: [ExportedObject] = []
        var values = 0
        while let record = records.next() {
            values += record.fields.count
            guard objects.count < limits.objects, values <= limits.values else {
                report(
                    "more than \(limits.objects) objects or \(limits.values) values; the rest is not read",
                    record
                )
                break
            }
            guard record.isComplete else {
                report("the quotation mark that closes a value is missing", record)
                break
            }
            if record.fields.count != heading.names.count {
                report("\(record.fields.count) values for \(heading.names.count) properties", record)
            }
            objects.append(object(record, heading))
        }
        return ExportContent(format: .csv, objects: objects, problems: problems)
    }

    private func object(_ record: CSVRecords.Record, _ heading: CSVHeading) -> ExportedObject {
        ExportedObject(
            typeNames: heading.typeName.map { [$0] } ?? [],
            properties: zip(heading.names, record.fields).map { name, field in
                .init(name, value(field))
            },
            place: ExportPlace(path: path, line: record.line)
        )
    }

    private func value(_ field: String) -> ExportedValue {
        if field.isEmpty { return .null }
        if LostValue.isOne(field) { return .lost(field) }
        return limits.clipped(field) ?? .text(field)
    }

    private mutating func report(_ reason: String, _ record: CSVRecords.Record) {
        let place = ExportPlace(path: path, line: record.line)
        if problems.count < limits.problems - 1 {
            problems.append(ExportProblem(place, reason))
        } else if problems.count == limits.problems - 1 {
            problems.append(ExportProblem(place, "more rows like these follow"))
        }
    }
}
