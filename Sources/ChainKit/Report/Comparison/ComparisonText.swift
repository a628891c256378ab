/// Writes a comparison for people: the answer first, then what to do, then everything side by side.
public struct ComparisonText: Sendable {
    private let toolVersion: String
    let style: TextStyle

    /// Makes a writer.
    public init(toolVersion: String, style: TextStyle) {
        self.toolVersion = toolVersion
        self.style = style
    }

    /// The whole report.
    public func page(_ report: ComparisonReport) -> String {
        var page = TextPage(style: style)
        let comparison = report.comparison
        writeHeader(report, to: &page)
        writeAnswer(comparison, to: &page)
        writeSteps(comparison.steps, to: &page)
        writeNames(comparison.names, to: &page)
        writeAspects(comparison.aspects, to: &page)
        for note in comparison.notes {
            page.paragraph(
                style.paint("note", .faint) + " " + TextPage.show(note, upTo: TextPage.messageLimit),
                indent: 2,
                hanging: 5
            )
        }
        return page.text
    }

    private func writeHeader(_ report: ComparisonReport, to page: inout TextPage) {
        let comparison = report.comparison
        let names =
            report.references.isEmpty ? [] : ["for " + report.references.map(\.text).joined(separator: ", ")]
        page.paragraph(
            (["chaincheck \(toolVersion)", "as of \(comparison.time.date)", report.trust] + names)
                .joined(separator: " · "),
            hanging: 2
        )
        for (label, input, record) in [
            ("old", report.oldInput, comparison.old), ("new", report.newInput, comparison.new),
        ] {
            let certificate = record.certificate
            page.field(
                label,
                "\(TextPage.show(certificate.label)), \(certificate.thumbprint.hexadecimal), in \(TextPage.show(input))",
                labelWidth: 5
            )
        }
        page.blank()
    }

    private func writeAnswer(_ comparison: Comparison, to page: inout TextPage) {
        let (mark, meaning, sentence): (String, TextStyle.Meaning, String) =
            switch comparison.answer {
            case .dropIn: ("DROP-IN", .good, "the new certificate takes the old one's place as it is")
            case .doThis:
                (
                    "DO THIS", .warning,
                    "the new certificate may take the old one's place, with \(Count.text(comparison.steps.count, "thing")) to be done"
                )
            case .doNotInstall: ("DO NOT INSTALL", .bad, "the new certificate must not be bound to SMTP")
            }
        page.wrap(sentence, after: style.paint(mark, meaning) + "  ", hanging: mark.count + 2)
        page.blank()
    }

    private func writeSteps(_ steps: [ComparisonStep], to page: inout TextPage) {
        var warned: Set<String> = []
        for (number, step) in steps.enumerated() {
            page.wrap(
                TextPage.show(step.message, upTo: TextPage.messageLimit),
                after: style.paint("\(number + 1)", .strong) + " ",
                hanging: 2
            )
            for remedy in step.remedies { page.remedy(remedy, warned: &warned) }
        }
        if !steps.isEmpty { page.blank() }
    }
}
