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

    /// Days within which an end is shown in red.
    private static let soon = 30
}
