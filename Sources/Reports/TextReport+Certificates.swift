import ChainKit
import Octets

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
        let servers: String?
    }

    /// Columns of the mark and the blanks after it.
    private static let markWidth = 9
    /// Columns of the days and the score with the blanks before them, and of the blanks before the name.
    private static let numbersWidth = 16
    /// Columns below which the last one goes on a line of its own.
    private static let leastTail = 48

    func writeRows(_ summary: AuditSummary, to page: inout TextPage) {
        let bound = summary.recommendation?.certificate
        let groups: [(records: [AuditRecord], count: Int, what: String)] = [
            (records.eligible, summary.count(.eligible) + summary.count(.eligibleWithWarnings), "eligible"),
            (records.undetermined, summary.count(.undetermined), "undetermined"),
            (records.ineligible, summary.count(.ineligible), "not eligible"),
            (records.others, summary.otherPurposes, "for other purposes"),
            (records.authorities, summary.authorities, "of authorities"),
        ]
        let rows = groups.map { group in group.records.map { row($0, isBound: $0.certificate == bound) } }
        let all = rows.joined()
        let name = min(all.map { DisplayWidth.columns($0.name) }.max() ?? 0, page.style.width < 100 ? 22 : 28)
        let room = page.style.width - Self.markWidth - name - Self.numbersWidth
        let file = min(all.map { DisplayWidth.columns($0.file) }.max() ?? 0, min(max(room, 12), 40))
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
        let blanks = String(repeating: " ", count: Self.markWidth)
        let mark = page.style.paint(row.mark, row.meaning) + blanks.dropFirst(row.mark.count)
        let days = String(repeating: " ", count: max(0, 7 - row.days.count)) + row.days
        let score = String(repeating: " ", count: max(0, 3 - row.score.count)) + row.score
        let numbers = DisplayWidth.pad(row.name, to: name) + "  \(days)  \(score)"
        let column = Self.markWidth + file + name + Self.numbersWidth
        let isWide = page.style.width - column - 2 >= Self.leastTail
        let fits =
            DisplayWidth.columns(row.file) <= file
            && Self.markWidth + file + 2 + DisplayWidth.columns(numbers) <= page.style.width
        if fits {
            let head = mark + DisplayWidth.pad(row.file, to: file) + "  " + numbers
            if isWide {
                page.wrap(row.tail, after: head + "  ", hanging: column + 2)
            } else {
                page.verbatim(head)
            }
        } else {
            page.wrap(row.file, after: mark, hanging: Self.markWidth)
            page.paragraph(numbers, indent: Self.markWidth)
        }
        if !(fits && isWide), !row.tail.isEmpty { page.paragraph(row.tail, indent: Self.markWidth) }
        if let elsewhere = row.elsewhere {
            page.wrap(
                elsewhere,
                after: blanks + page.style.paint("also in", .faint) + " ",
                hanging: Self.markWidth + 8
            )
        }
        if let servers = row.servers {
            page.wrap(
                servers,
                after: blanks + page.style.paint("installed", .faint) + " ",
                hanging: Self.markWidth + 10
            )
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
            elsewhere: otherPlaces(record.sources),
            servers: record.installations.isEmpty ? nil : installed(record)
        )
    }

    func mark(of record: AuditRecord, isBound: Bool = false) -> (String, TextStyle.Meaning) {
        switch record.verdict {
        case _ where isBound: ("BIND", .good)
        case .eligible: ("OK", .good)
        case .eligibleWithWarnings: ("WARNING", .warning)
        case .undetermined: ("UNKNOWN", .warning)
        case .ineligible: ("NO", .bad)
        case nil:
            switch record.role {
            case .endEntity: ("OTHER", .faint)
            case .intermediate: ("CA", .faint)
            case .root: ("ROOT", .faint)
            }
        }
    }

    private func tail(of record: AuditRecord) -> String {
        guard record.verdict != nil else { return TextPage.show(record.findings.first?.message ?? "") }
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

// Why a certificate may not be bound, or what should be done about it: every cause, not the first.
extension TextReport {
    /// Ways told of one certificate.
    private static let ways = 8
    /// Defects told of one way.
    private static let defects = 8

    func writeCauses(_ summary: AuditSummary, to page: inout TextPage) {
        let warned = records.eligible.filter { $0.verdict == .eligibleWithWarnings || options.explains }
        let told = warned + records.undetermined + records.ineligible
        for record in told + records.others { write(record, to: &page) }
        writeNotes(to: &page)
        let eligible = options.explains ? summary.count(.eligible) : 0
        let all =
            eligible + summary.count(.eligibleWithWarnings) + summary.count(.undetermined)
            + summary.count(.ineligible)
        guard all > told.count else { return }
        page.paragraph(
            "the causes of \(Count.text(all - told.count)) more are left out; --format json has all. Counted:",
            hanging: 2
        )
        for severity in [Severity.error, .warning] {
            for (rule, count) in records.frequencies(severity) {
                page.paragraph(
                    "\(severity.rawValue) \(rule): \(Count.text(count, "certificate"))",
                    indent: 2,
                    hanging: 2
                )
            }
        }
        page.blank()
    }

    /// Notes change no verdict and stand in nearly every certificate: counted, unless all is to be explained.
    private func writeNotes(to page: inout TextPage) {
        let notes = records.frequencies(.note)
        guard !options.explains, !notes.isEmpty else { return }
        let counts = notes.map { "\($0.rule) (\(Count.text($0.count)))" }.joined(separator: ", ")
        page.paragraph("noted, --explain tells more: \(counts)", hanging: 2)
        page.blank()
    }

    private func write(_ record: AuditRecord, to page: inout TextPage) {
        let (mark, meaning) = mark(of: record)
        let name = page.style.paint(place(record.sources), .strong)
        page.paragraph("\(page.style.paint(mark, meaning)) \(name), \(label(record.certificate))", hanging: 4)
        page.field("thumbprint", record.certificate.thumbprint.hexadecimal, indent: 4)
        page.field("issuer", TextPage.show(record.certificate.issuer.rfc4514), indent: 4)
        if let servers = installed(record) { page.field("installed", servers, indent: 4) }
        for finding in record.findings
        where options.explains || finding.severity != .note || record.verdict == nil {
            write(finding, to: &page)
        }
        if let limit = record.search.limitInWords {
            page.paragraph("the search for paths ended at its limit of \(limit)", indent: 4, hanging: 2)
        }
        if options.explains { writeWays(of: record, to: &page) }
        page.blank()
    }

    private func write(_ finding: Finding, to page: inout TextPage) {
        let meaning: TextStyle.Meaning =
            switch finding.severity {
            case .error: .bad
            case .warning: .warning
            case .note: .faint
            }
        page.paragraph(
            "\(page.style.paint(finding.severity.rawValue, meaning)) \(finding.rule): "
                + TextPage.show(finding.message, upTo: TextPage.messageLimit),
            indent: 4,
            hanging: 4
        )
        guard finding.severity != .note || RuleRegistry.ofOtherPurposes.contains(finding.rule) else {
            return
        }
        page.paragraph(
            "-> " + TextPage.show(finding.remedy, upTo: TextPage.messageLimit),
            indent: 8,
            hanging: 3
        )
    }

    private func writeWays(of record: AuditRecord, to page: inout TextPage) {
        let attempts = record.search.attempts
        for (number, attempt) in attempts.prefix(Self.ways).enumerated() {
            let state =
                if attempt.isTrusted { "trusted" } else if attempt.isNotVerifiable { "not verified" } else {
                    "refused"
                }
            page.paragraph(
                "path \(number + 1) of \(attempts.count), \(state): \(way(attempt.path))",
                indent: 4,
                hanging: 4
            )
            for defect in attempt.defects.prefix(Self.defects) {
                page.paragraph(at(defect.position, of: attempt) + defectWords(defect), indent: 8, hanging: 2)
            }
            let rest = attempt.defects.count - Self.defects
            if rest > 0 { page.paragraph("and \(Count.text(rest)) more", indent: 8) }
            for note in attempt.notes {
                page.paragraph(
                    (note.position.map { at($0, of: attempt) } ?? "") + note.words,
                    indent: 8,
                    hanging: 2
                )
            }
        }
        let rest = attempts.count - Self.ways
        if rest > 0 {
            page.paragraph("and \(Count.text(rest, "more path")); --format json has more", indent: 4)
        }
    }

    private func defectWords(_ defect: PathDefect) -> String {
        TextPage.show(defect.words, upTo: TextPage.messageLimit)
    }

    private func at(_ position: Int, of attempt: PathAttempt) -> String {
        guard attempt.path.certificates.indices.contains(position) else { return "" }
        return "\(label(attempt.path.certificates[position])): "
    }
}
