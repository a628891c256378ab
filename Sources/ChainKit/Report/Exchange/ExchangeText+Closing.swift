// What was not to be had, and what every file gave.
extension ExchangeText {
    func writeGaps(_ report: ExchangeReport, to page: inout TextPage) {
        let missing = report.diagnosis.situation.inventory.missingExports
        guard !missing.isEmpty else { return }
        page.paragraph(style.paint("NOT GIVEN", .strong) + ", and so not answered")
        for export in missing {
            page.paragraph(
                "\(TextPage.show(export.what)): \(TextPage.show(export.consequence))",
                indent: 2,
                hanging: 2
            )
            let place = export.isOnline ? "Exchange Online PowerShell" : export.shell
            let shell = place.map { "   # " + PrintableText.escape($0) } ?? ""
            page.verbatim("     " + PrintableText.escape(export.command) + shell)
        }
        page.blank()
    }

    func writeFiles(_ report: ExchangeReport, to page: inout TextPage) {
        page.paragraph(style.paint("FILES", .strong))
        for file in report.files {
            let notes = file.notes.map { TextPage.show($0, upTo: TextPage.messageLimit) }
            let parts =
                [file.worstProblem.map { TextPage.show($0.message, upTo: TextPage.messageLimit) } ?? ""]
                + notes
            let rest = parts.filter { !$0.isEmpty }.joined(separator: "; ")
            page.paragraph(
                "\(TextPage.show(file.path)): \(file.kind.rawValue)" + (rest.isEmpty ? "" : ", " + rest),
                indent: 2,
                hanging: 2
            )
        }
    }
}
