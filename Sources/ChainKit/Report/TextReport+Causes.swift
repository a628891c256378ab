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
        guard finding.severity != .note || finding.rule == NotATransportCertificate.metadata.id else {
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
