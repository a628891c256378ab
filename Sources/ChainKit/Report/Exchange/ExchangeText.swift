/// Writes a diagnosis for people: what each connector presents first, then what is wrong and what to type.
public struct ExchangeText: Sendable {
    /// What is shown beyond the answer.
    public struct Options: Sendable, Hashable {
        /// Whether each step of each selection is shown.
        public var explains = false
        /// Whether the answer alone is shown.
        public var isQuiet = false

        /// The answer with its findings.
        public init() {}
    }

    let toolVersion: String
    let style: TextStyle
    let options: Options

    /// Makes a writer.
    public init(toolVersion: String, style: TextStyle, options: Options = Options()) {
        self.toolVersion = toolVersion
        self.style = style
        self.options = options
    }

    /// The whole report.
    public func page(_ report: ExchangeReport) -> String {
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
