// Files that gave nothing, or not everything: every one found is named or counted.
extension TextReport {
    /// The first line, where much may be missing below it.
    func writeNotOpened(_ summary: AuditSummary, to page: inout TextPage) {
        guard let warning = summary.notOpenedWarning else { return }
        page.paragraph(page.style.paint("INCOMPLETE", .bad) + " " + warning, hanging: 2)
        page.blank()
    }

    func writeFiles(to page: inout TextPage) {
        let before = page.text.utf8.count
        for record in files.unread { writeUnread(record, to: &page) }
        writeRest(files.unreadCount - files.unread.count, "that could not be read", to: &page)
        for kind in FileKind.allCases {
            guard let skipped = files.skipped[kind] else { continue }
            page.paragraph(
                "\(page.style.paint("SKIPPED", .faint))  \(kind.words): "
                    + list(skipped.paths.map(path), of: skipped.count),
                hanging: 9
            )
        }
        for exposed in files.exposed { writeExposed(exposed, to: &page) }
        writeRest(files.exposedCount - files.exposed.count, "that hold private keys", to: &page)
        if files.protectedKeyFiles > 0 {
            page.paragraph(
                "\(Count.text(files.protectedKeyFiles, "file")) more with private keys under a password",
                indent: 9,
                hanging: 2
            )
        }
        if options.explains {
            for (path, notes) in files.noted {
                page.paragraph(
                    "\(page.style.paint("NOTE", .faint))     \(self.path(path)): "
                        + list(notes.prefix(10).map { TextPage.show($0) }, of: notes.count),
                    hanging: 9
                )
            }
        }
        if page.text.utf8.count > before { page.blank() }
    }

    private func writeRest(_ rest: Int, _ what: String, to page: inout TextPage) {
        guard rest > 0 else { return }
        page.paragraph("and \(Count.text(rest)) more \(what); --format json has all", indent: 9, hanging: 2)
    }

    private func writeUnread(_ record: FileRecord, to page: inout TextPage) {
        let mark = page.style.paint("UNREAD", .bad)
        let gave = record.certificates > 0 ? ", gave \(Count.text(record.certificates, "certificate"))" : ""
        let link = record.linkTarget.map { ", a link to \(path($0))" } ?? ""
        page.paragraph(
            "\(mark)   \(path(record.path))\(link) (\(record.kind.words)\(gave))",
            hanging: 9
        )
        let errors = record.problems.filter { !$0.code.isSkip }
        for problem in errors.prefix(3) {
            page.paragraph(
                "\(problem.code.rawValue): \(TextPage.show(problem.message, upTo: TextPage.messageLimit))",
                indent: 9,
                hanging: 2
            )
        }
        if errors.count > 3 {
            page.paragraph("and \(Count.text(errors.count - 3, "more problem"))", indent: 9)
        }
    }

    private func writeExposed(_ exposed: FileTally.Exposed, to page: inout TextPage) {
        let holders = exposed.keys.compactMap { $0 }.compactMap { keyHolders[$0]?.path }
        let whose =
            holders.isEmpty
            ? "a private key that belongs to no certificate here"
            : "the private key of \(list(holders.prefix(5).map(path), of: holders.count))"
        page.paragraph(
            "\(page.style.paint("EXPOSED", .bad))  \(path(exposed.path)): \(whose), "
                + "readable without a password",
            hanging: 9
        )
    }
}
