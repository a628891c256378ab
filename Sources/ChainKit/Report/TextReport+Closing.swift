// The bottom: what could not be known, and what it all amounts to.
extension TextReport {
    func writeClosing(_ summary: AuditSummary, to page: inout TextPage) {
        let limits = header?.limits ?? []
        page.paragraph(page.style.paint(limits.joined(separator: "; "), .faint), hanging: 2)
        page.paragraph(counts(summary).joined(separator: ", "), hanging: 2)
        if areSignaturesLeftOut {
            let warning = "SIGNATURES NOT CHECKED: undetermined ones may be eligible or forged"
            page.paragraph(page.style.paint(warning, .bad), hanging: 2)
        }
        if summary.isInterrupted {
            let warning = "INTERRUPTED: this is what was audited until then, and not everything"
            page.paragraph(page.style.paint(warning, .bad), hanging: 2)
        }
        guard let code = options.exitCode?(summary) else { return }
        page.paragraph("exit \(code): \(summary.counts.meaning(ofExitCode: code))", hanging: 2)
    }

    private func counts(_ summary: AuditSummary) -> [String] {
        var parts = [
            "\(Count.text(summary.judged, "certificate")) judged",
            "\(Count.text(summary.count(.eligible))) eligible",
            "\(Count.text(summary.count(.eligibleWithWarnings))) with warnings",
            "\(Count.text(summary.count(.ineligible))) not eligible",
        ]
        if summary.count(.undetermined) > 0 {
            parts.append("\(Count.text(summary.count(.undetermined))) undetermined")
        }
        parts.append("\(Count.text(summary.authorities)) of authorities")
        if summary.otherPurposes > 0 {
            parts.append("\(Count.text(summary.otherPurposes)) for other purposes")
        }
        if summary.duplicates > 0 {
            parts.append(Count.text(summary.duplicates, "further copy", plural: "further copies"))
        }
        parts.append("\(Count.text(summary.files, "file")) found")
        if summary.filesWithErrors > 0 {
            parts.append("\(Count.text(summary.filesWithErrors)) not wholly read")
        }
        if summary.hiddenLeftOut > 0 { parts.append("\(Count.text(summary.hiddenLeftOut)) hidden left out") }
        if summary.excludedLeftOut > 0 {
            parts.append("\(Count.text(summary.excludedLeftOut)) left out by --include and --exclude")
        }
        return parts
    }
}
