// A line a certificate: what may be bound first, in the order of the scores.
extension TextReport {
    private struct Row {
        let mark: String
        let meaning: TextStyle.Meaning
        let file: String
        let name: String
        let days: String
        let score: String
        let tail: String
        let elsewhere: String?
    }

    /// Columns below which the last one goes on a line of its own.
    private static let leastTail = 36

    func writeRows(_ summary: AuditSummary, to page: inout TextPage) {
        let bound = summary.recommendation?.certificate
        let groups: [(records: [AuditRecord], count: Int, what: String)] = [
            (records.eligible, summary.count(.eligible) + summary.count(.eligibleWithWarnings), "eligible"),
            (records.undetermined, summary.count(.undetermined), "undetermined"),
            (records.ineligible, summary.count(.ineligible), "not eligible"),
            (records.authorities, summary.authorities, "of authorities"),
        ]
        let rows = groups.map { group in group.records.map { row($0, isBound: $0.certificate == bound) } }
        let all = rows.joined()
        let file = min(all.map { DisplayWidth.columns($0.file) }.max() ?? 0, 36)
        let name = min(all.map { DisplayWidth.columns($0.name) }.max() ?? 0, 28)
        for (group, lines) in zip(groups, rows) {
            for line in lines { write(line, file: file, name: name, to: &page) }
            let rest = group.count - lines.count
            if rest > 0 {
                page.paragraph(
                    "and \(Count.text(rest)) more \(group.what); --format json has all",
                    indent: 9,
                    hanging: 2
                )
            }
        }
        if !all.isEmpty { page.blank() }
    }

    private func write(_ row: Row, file: Int, name: Int, to page: inout TextPage) {
        let mark = page.style.paint(row.mark, row.meaning) + String(repeating: " ", count: 9 - row.mark.count)
        let days = String(repeating: " ", count: max(0, 7 - row.days.count)) + row.days
        let score = String(repeating: " ", count: max(0, 3 - row.score.count)) + row.score
        let head =
            mark + DisplayWidth.pad(row.file, to: file) + "  " + DisplayWidth.pad(row.name, to: name)
            + "  \(days)  \(score)"
        let column = 9 + file + 2 + name + 14
        if page.style.width - column - 2 >= Self.leastTail {
            page.paragraph(head + "  " + row.tail, hanging: 9)
        } else {
            page.paragraph(head, hanging: 9)
            page.paragraph(row.tail, indent: 9, hanging: 2)
        }
        if let elsewhere = row.elsewhere {
            page.paragraph(page.style.paint("also in", .faint) + " " + elsewhere, indent: 9, hanging: 2)
        }
    }

    private func row(_ record: AuditRecord, isBound: Bool) -> Row {
        let (mark, meaning) = mark(of: record, isBound: isBound)
        return Row(
            mark: mark,
            meaning: meaning,
            file: place(record.sources),
            name: label(record.certificate),
            days: days(of: record),
            score: record.score.map { String($0.value) } ?? "",
            tail: tail(of: record),
            elsewhere: otherPlaces(record.sources)
        )
    }

    func mark(of record: AuditRecord, isBound: Bool = false) -> (String, TextStyle.Meaning) {
        switch record.verdict {
        case _ where isBound: ("BIND", .good)
        case .eligible: ("OK", .good)
        case .eligibleWithWarnings: ("WARNING", .warning)
        case .undetermined: ("UNKNOWN", .warning)
        case .ineligible: ("NO", .bad)
        case nil: ("CA", .faint)
        }
    }

    private func tail(of record: AuditRecord) -> String {
        guard record.verdict != nil else { return record.role == .root ? "root" : "intermediate" }
        if let verdict = record.verdict, verdict.isEligible {
            let path = record.search.best.map { way($0.path) } ?? ""
            guard let warning = record.findings.first(where: { $0.severity == .warning }) else { return path }
            return TextPage.show(warning.message)
        }
        guard let cause = record.findings.first else { return "the search for a path was cut short" }
        let errors = record.findings.count { $0.severity == .error }
        return TextPage.show(cause.message) + (errors > 1 ? " (and \(errors - 1) more)" : "")
    }
}
