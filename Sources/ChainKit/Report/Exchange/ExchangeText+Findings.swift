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
                write(remedy, warned: &warned, to: &page)
            }
            page.blank()
        }
    }

    /// A danger that was told already is not told again.
    private func write(_ remedy: Remedy, warned: inout Set<String>, to page: inout TextPage) {
        let shell = remedy.commands.isEmpty ? "" : ", in the \(remedy.shell.name)"
        let source = "(\(remedy.certainty.rawValue); \(remedy.source))"
        page.paragraph(
            "-> \(TextPage.show(remedy.goal))\(shell) \(source)" + (remedy.commands.isEmpty ? "" : ":"),
            indent: 2,
            hanging: 3
        )
        // Commands are pasted whole, so that they are never wrapped; nothing in them is hidden (PowerShellLiteral).
        for command in remedy.commands { page.verbatim("     " + command.text()) }
        for danger in remedy.dangers where warned.insert(danger).inserted {
            page.paragraph(
                "beware: " + TextPage.show(danger, upTo: TextPage.messageLimit),
                indent: 5,
                hanging: 2
            )
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
