/// Writes a timeline for people: when what stops, a chart, what happens, and what to do.
public struct TimelineText: Sendable {
    let toolVersion: String
    let style: TextStyle

    /// Makes a writer.
    public init(toolVersion: String, style: TextStyle) {
        self.toolVersion = toolVersion
        self.style = style
    }

    /// The whole report.
    public func page(_ report: TimelineReport) -> String {
        var page = TextPage(style: style)
        let timeline = report.timeline
        writeHeader(report, to: &page)
        writeAnswer(timeline, to: &page)
        let working = timeline.certificates.filter { !$0.working.isEmpty }
        if !working.isEmpty { writeChart(timeline, Array(working.prefix(Self.shown)), to: &page) }
        for certificate in working.prefix(Self.shown) { writeEntries(certificate, to: &page) }
        writeTasks(report, to: &page)
        writeUnfit(timeline, to: &page)
        writeGaps(timeline, to: &page)
        return page.text
    }

    /// Certificates that are shown one by one.
    static let shown = 20

    private func writeHeader(_ report: TimelineReport, to page: inout TextPage) {
        let timeline = report.timeline
        let names =
            timeline.references.isEmpty
            ? [] : ["for " + timeline.references.map(\.text).joined(separator: ", ")]
        page.paragraph(
            (["chaincheck \(toolVersion)", "as of \(timeline.start.date)", report.trust] + names)
                .joined(separator: " · "),
            hanging: 2
        )
        page.paragraph("in " + report.inputs.map { TextPage.show($0) }.joined(separator: ", "), hanging: 2)
        page.blank()
    }

    private func writeAnswer(_ timeline: Timeline, to page: inout TextPage) {
        let stopping = timeline.certificates.filter { !$0.working.isEmpty }
        if stopping.isEmpty {
            let words =
                timeline.certificates.isEmpty
                ? "no certificate that a server may present is here" : "no certificate here works"
            page.paragraph(style.paint("STOPPED", .bad) + "  " + words, hanging: 9)
        }
        for certificate in stopping.prefix(Self.shown) {
            let label = TextPage.show(certificate.certificate.label, upTo: 64)
            guard let stop = certificate.stop else {
                page.paragraph(style.paint("GOES ON", .warning) + "  \(label): no end was found", hanging: 9)
                continue
            }
            let days = timeline.start.days(until: stop.time)
            let mark = "STOPS \(stop.time.date)"
            page.wrap(
                "in \(Count.text(days, "day")): \(label), because \(TextPage.show(stop.cause.message))",
                after: style.paint(mark, days < Self.soon ? .bad : .good) + "  ",
                hanging: mark.count + 2
            )
        }
        page.blank()
    }

    private func writeEntries(_ certificate: CertificateTimeline, to page: inout TextPage) {
        let label = TextPage.show(certificate.certificate.label, upTo: 64)
        page.paragraph(style.paint(label, .strong) + " " + certificate.certificate.thumbprint.hexadecimal)
        if let failure = certificate.failure {
            page.paragraph("not yet: \(TextPage.show(failure, upTo: TextPage.messageLimit))", indent: 2)
        }
        for entry in certificate.entries {
            page.wrap(
                TextPage.show(entry.message, upTo: TextPage.messageLimit),
                after: "  \(entry.time.date)  ",
                hanging: 14
            )
            for intermediate in entry.intermediates {
                page.paragraph(
                    "needs \(TextPage.show(intermediate.label)) \(intermediate.thumbprint.hexadecimal)",
                    indent: 14
                )
            }
        }
        page.blank()
    }

    private func writeTasks(_ report: TimelineReport, to page: inout TextPage) {
        let tasks = report.timeline.tasks
        guard !tasks.isEmpty else { return }
        page.paragraph(
            style.paint("TO DO", .strong) + ", \(Count.text(report.leadDays, "day")) before it is due"
        )
        for task in tasks {
            page.wrap(
                TextPage.show(task.summary, upTo: TextPage.messageLimit),
                after: "  \(report.beginning(of: task).date)  ",
                hanging: 14
            )
        }
        page.blank()
    }

    private func writeUnfit(_ timeline: Timeline, to page: inout TextPage) {
        let unfit = timeline.certificates.filter(\.working.isEmpty)
        guard !unfit.isEmpty else { return }
        page.paragraph(style.paint("DOES NOT WORK", .strong) + ", now or later")
        for certificate in unfit.prefix(Self.shown) {
            let label = TextPage.show(certificate.certificate.label, upTo: 64)
            page.paragraph(
                "\(label): \(TextPage.show(certificate.failure ?? "", upTo: TextPage.messageLimit))",
                indent: 2,
                hanging: 2
            )
        }
        if unfit.count > Self.shown {
            page.paragraph("and \(Count.text(unfit.count - Self.shown)) more", indent: 2)
        }
    }

    private func writeGaps(_ timeline: Timeline, to page: inout TextPage) {
        if timeline.leftOut > 0 {
            page.paragraph("\(Count.text(timeline.leftOut, "later day")) were not looked at", indent: 2)
        }
        for file in timeline.files where file.hasErrors {
            page.paragraph(
                "not read: \(TextPage.show(file.path)): \(TextPage.show(file.worstProblem?.message ?? file.status))",
                indent: 2,
                hanging: 2
            )
        }
    }

    /// Days within which an end is shown in red.
    private static let soon = 30
}
