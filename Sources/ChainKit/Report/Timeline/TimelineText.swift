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
        writeNames(timeline, to: &page)
        writeAnswer(timeline, to: &page)
        let working = timeline.certificates.filter { !$0.working.isEmpty }
        if !working.isEmpty { writeChart(timeline, Array(working.prefix(Self.shown)), to: &page) }
        for certificate in working.prefix(Self.shown) { writeEntries(certificate, to: &page) }
        writeTasks(report, to: &page)
        writeEnds(working.dropFirst(Self.shown), to: &page)
        writeUnfit(timeline, to: &page)
        writeGaps(timeline, to: &page)
        return page.text
    }

    /// Certificates that are shown one by one with all that happens to them.
    static let shown = 20
    /// Names and certificates of the first screen, where there are more than can be shown one by one.
    private static let shownOfMany = 8

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
        if let leftOut = timeline.leftOut {
            page.paragraph(style.paint("LEFT OUT", .bad) + " \(leftOut.words)", hanging: 2)
        }
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
        let most = Self.most(of: stopping.count)
        for certificate in stopping.prefix(most) { writeStop(certificate, timeline, to: &page) }
        if stopping.count > most { writeMonths(stopping, besides: most, to: &page) }
        page.blank()
    }

    private func writeStop(_ certificate: CertificateTimeline, _ timeline: Timeline, to page: inout TextPage)
    {
        let label = TextPage.show(certificate.certificate.label, upTo: 64)
        guard let stop = certificate.stop else {
            page.paragraph(style.paint("GOES ON", .warning) + "  \(label): no end was found", hanging: 9)
            return
        }
        let days = timeline.start.days(until: stop.time)
        let mark = "STOPS \(stop.day)"
        let renewal = certificate.successor.map { successor in
            let end = successor.until.map { "works until \($0.previousSecond.date)" } ?? "has no known end"
            return "; its renewal \(successor.certificate.thumbprint.hexadecimal) is here and \(end)"
        }
        page.wrap(
            "\(Self.distance(from: timeline.start, to: stop.time.previousSecond)): \(label), because \(TextPage.show(stop.cause.message))\(renewal ?? "")",
            after: style.paint(mark, days < Self.soon && renewal == nil ? .bad : .good) + "  ",
            hanging: mark.count + 2
        )
    }

    /// How far off something is; within two days with its time of day.
    static func distance(from start: Instant, to end: Instant) -> String {
        let days = start.days(until: end)
        guard days < 2 else { return "in \(Count.text(days, "day"))" }
        let hours = max(0, (end.seconds - start.seconds) / 3_600)
        return "at \(end.timeOfDay), in " + (hours == 0 ? "less than 1 hour" : Count.text(Int(hours), "hour"))
    }

    /// How many of some things the first screen shows.
    static func most(of count: Int) -> Int { count > shown ? shownOfMany : shown }

    private func writeEntries(_ certificate: CertificateTimeline, to page: inout TextPage) {
        let label = TextPage.show(certificate.certificate.label, upTo: 64)
        page.paragraph(style.paint(label, .strong) + " " + certificate.certificate.thumbprint.hexadecimal)
        if let failure = certificate.failure {
            page.paragraph("not yet: \(TextPage.show(failure, upTo: TextPage.messageLimit))", indent: 2)
        }
        for entry in certificate.entries {
            page.wrap(
                TextPage.show(entry.message, upTo: TextPage.messageLimit),
                after: "  \(entry.day)  ",
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
    static let soon = 30
}
