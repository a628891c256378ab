import ChainKit
import ExchangeKit
import Octets

/// Writes a diagnosis for people: what each connector presents first, then what is wrong and what to type.
package struct ExchangeText: Sendable {
    /// What is shown beyond the answer.
    package struct Options: Sendable, Hashable {
        /// Whether each step of each selection is shown.
        package var explains = false
        /// Whether the answer alone is shown.
        package var isQuiet = false

        /// The answer with its findings.
        package init() {}
    }

    let toolVersion: String
    let style: TextStyle
    let options: Options

    /// Makes a writer.
    package init(toolVersion: String, style: TextStyle, options: Options = Options()) {
        self.toolVersion = toolVersion
        self.style = style
        self.options = options
    }

    /// The whole report.
    package func page(_ report: ExchangeReport) -> String {
        var page = TextPage(style: style)
        let diagnosis = report.diagnosis
        writeHeader(report, to: &page)
        writeAnswer(diagnosis, to: &page)
        guard !options.isQuiet else { return page.text }
        writeQuestion(diagnosis.situation, to: &page)
        writeConnectors(diagnosis.situation, to: &page)
        writeInternalTransport(diagnosis.situation, to: &page)
        writeSent(report.sent, to: &page)
        if let difference = report.difference { writeDifference(difference, to: &page) }
        writeFindings(diagnosis.findings, to: &page)
        if let calendar = report.calendar { writeCalendar(calendar, to: &page) }
        writeGaps(report, to: &page)
        writeFiles(report, to: &page)
        return page.text
    }

    private func writeHeader(_ report: ExchangeReport, to page: inout TextPage) {
        let situation = report.diagnosis.situation
        let inventory = situation.inventory
        let parts = [
            "chaincheck \(toolVersion)", "as of \(situation.time.date)", report.trust,
            Count.text(inventory.certificates.count, "certificate"),
            Count.text(inventory.sendConnectors.count + inventory.receiveConnectors.count, "connector"),
        ]
        page.paragraph(parts.joined(separator: " · "), hanging: 2)
        page.paragraph("in " + report.inputs.map { TextPage.show($0) }.joined(separator: ", "), hanging: 2)
        page.blank()
    }

    /// The answer in a sentence.
    private func writeAnswer(_ diagnosis: Diagnosis, to page: inout TextPage) {
        let answer = DiagnosisAnswer(diagnosis)
        let meaning: TextStyle.Meaning =
            switch answer.mark {
            case .stops, .errors: .bad
            case .unknown: .warning
            case .works: .good
            }
        let mark = answer.mark.rawValue
        page.wrap(answer.sentence, after: style.paint(mark, meaning) + "  ", hanging: mark.count + 2)
        page.blank()
    }
}

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

// What is wrong, gravest first, and what to type.
extension ExchangeText {
    func writeFindings(_ findings: [ExchangeFinding], to page: inout TextPage) {
        var shown: Set<Remedy> = []
        var warned: Set<String> = []
        for finding in findings {
            let meaning: TextStyle.Meaning =
                switch finding.severity {
                case .error: .bad
                case .warning: .warning
                case .note: .faint
                }
            let lead = style.paint(finding.severity.rawValue, meaning) + "  "
            page.wrap(style.paint(finding.rule, .strong), after: lead, hanging: 2)
            page.paragraph(TextPage.show(finding.message, upTo: Self.storyLimit), indent: 2)
            if finding.certainty != .documented {
                page.paragraph("(\(finding.certainty.rawValue))", indent: 2)
            }
            if let error = finding.expectedError, finding.severity == .error {
                page.field("to be seen", TextPage.show(error, upTo: TextPage.messageLimit))
            }
            for remedy in finding.remedies where shown.insert(remedy).inserted {
                page.remedy(remedy, warned: &warned)
            }
            page.blank()
        }
    }

    func writeDifference(_ difference: DiagnosisDifference, to page: inout TextPage) {
        page.paragraph(style.paint("WHAT THE CHANGE MAKES", .strong))
        if difference.isEmpty { page.paragraph("nothing", indent: 2) }
        write(difference, indent: 2, to: &page)
        page.blank()
    }

    func writeCalendar(_ calendar: DiagnosisCalendar, to page: inout TextPage) {
        page.paragraph(style.paint("THE NEXT \(calendar.days) DAYS", .strong) + ", if nobody does anything")
        if calendar.entries.isEmpty { page.paragraph("nothing changes", indent: 2) }
        for entry in calendar.entries {
            page.paragraph(style.paint(entry.time.date, .strong), indent: 2)
            write(entry.difference, indent: 4, to: &page)
        }
        if calendar.leftOut > 0 {
            page.paragraph("\(Count.text(calendar.leftOut, "day")) more were not looked at", indent: 2)
        }
        page.blank()
    }

    private func write(_ difference: DiagnosisDifference, indent: Int, to page: inout TextPage) {
        for change in difference.changes {
            let name = TextPage.show(change.after.connector.identity)
            let server = change.after.server.map { " on \(TextPage.show($0))" } ?? ""
            let mark = change.breaks ? style.paint("breaks: ", .bad) : ""
            page.paragraph("\(mark)\(name)\(server): \(Self.summary(change))", indent: indent, hanging: 2)
        }
        for finding in difference.appeared where finding.severity != .note {
            page.paragraph("+ \(finding.rule): \(TextPage.show(finding.message))", indent: indent, hanging: 2)
        }
        for finding in difference.gone where finding.severity != .note {
            page.paragraph("- \(finding.rule): \(TextPage.show(finding.message))", indent: indent, hanging: 2)
        }
    }

    /// What a connector presents before and after, in some words.
    private static func summary(_ change: DiagnosisDifference.Change) -> String {
        guard !change.isOtherCertificate else {
            return "\(summary(change.before)) -> \(summary(change.after))"
        }
        return "still \(summary(change.after)), before \(change.before.acceptance.word)"
    }

    private static func summary(_ prediction: ConnectorPrediction) -> String {
        let presented =
            switch prediction.choice.outcome {
            case .presented(let candidate): line(candidate.installed)
            case .none: "nothing"
            case .undetermined: "not known what"
            }
        return prediction.part.isHybrid ? "\(presented), \(prediction.acceptance.word)" : presented
    }

    /// The longest message of a finding that tells a story.
    private static let storyLimit = 1_500
}
