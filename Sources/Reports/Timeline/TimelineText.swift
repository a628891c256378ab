import ChainKit
import Octets

/// Writes a timeline for people: when what stops, a chart, what happens, and what to do.
package struct TimelineText: Sendable {
    let toolVersion: String
    let style: TextStyle

    /// Makes a writer.
    package init(toolVersion: String, style: TextStyle) {
        self.toolVersion = toolVersion
        self.style = style
    }

    /// The whole report.
    package func page(_ report: TimelineReport) -> String {
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

// The chart: a bar for each certificate of a path.
extension TimelineText {
    func writeChart(_ timeline: Timeline, _ certificates: [CertificateTimeline], to page: inout TextPage) {
        let labelColumns = min(Self.widestLabel, style.width / 3)
        // A row is indent, label, blank, bar, two blanks and a date.
        let columns = style.width - 2 - labelColumns - 1 - Self.dateColumns
        let chart = TimelineChart(from: timeline.start, to: timeline.end, columns: columns)
        func row(_ label: String, _ bar: String, _ end: String = "") {
            let cut = DisplayWidth.cut(label, to: labelColumns)
            page.verbatim("  " + DisplayWidth.pad(cut, to: labelColumns) + " " + bar + "  " + end)
        }
        row("", chart.dates)
        row("", chart.axis)
        if let now = timeline.lifetimeNow {
            let texts =
                [(from: timeline.start, text: "\(now.days) days")]
                + timeline.lifetimeSteps.map { (from: $0.since, text: "\($0.days) days") }
            row("a new one may have", chart.line(texts))
        }
        for certificate in certificates {
            row("works", chart.bar(certificate.working, filled: "#"), certificate.stop?.day ?? "")
            let leaf = certificate.certificate
            row("leaf  " + leaf.shortLabel, chart.bar(leaf.validity), leaf.lastDay)
        }
        let entries = certificates.flatMap(\.entries)
        var drawn = Set(certificates.map(\.certificate))
        for issuer in certificates.flatMap(\.concerned) where drawn.insert(issuer).inserted {
            row(
                (issuer.isSelfIssued ? "root  " : "inter ") + issuer.shortLabel,
                chart.bar(issuer.validity, marks: Self.marks(for: issuer, entries)),
                issuer.lastDay
            )
        }
        page.paragraph(
            "# works, = valid, . not, > goes on, D disabled by Microsoft, N issues nothing trusted from then on",
            indent: 2,
            hanging: 0
        )
        page.blank()
    }

    private static func marks(
        for concerned: Certificate,
        _ entries: [TimelineEntry]
    ) -> [TimelineChart.Mark] {
        entries.filter { $0.certificate == concerned }.compactMap { entry in
            switch entry.kind {
            case .rootDisabled: TimelineChart.Mark(time: entry.time, letter: "D")
            case .renewalNotTrusted: TimelineChart.Mark(time: entry.time, letter: "N")
            case .works, .stops, .pathChanges: nil
            }
        }
    }

    private static let widestLabel = 26
    private static let dateColumns = 12
}

extension Certificate {
    fileprivate var shortLabel: String { TextPage.show(label, upTo: 64) }

    fileprivate var lastDay: String { notAfter.instant?.date ?? "" }

    fileprivate var validity: [(from: Instant, until: Instant?)] {
        guard let first = notBefore.instant, let last = notAfter.instant else { return [] }
        return [(from: first, until: last.nextSecond)]
    }
}

// What is to be done, what does not work, and what was not seen.
extension TimelineText {
    func writeTasks(_ report: TimelineReport, to page: inout TextPage) {
        let tasks = report.timeline.tasks
        guard !tasks.isEmpty else { return }
        page.paragraph(
            style.paint("TO DO", .strong) + ", \(Count.text(report.leadDays, "day")) before it is due"
        )
        for task in tasks.prefix(Self.tasksShown) {
            page.wrap(
                TextPage.show(task.summary, upTo: TextPage.messageLimit),
                after: "  \(report.beginning(of: task).date)  ",
                hanging: 14
            )
        }
        if tasks.count > Self.tasksShown {
            let rest = Count.text(tasks.count - Self.tasksShown, "more thing")
            page.paragraph("and \(rest) to do; --format json and ics have all", indent: 2, hanging: 2)
        }
        page.blank()
    }

    /// Things to do that are named one by one.
    private static let tasksShown = 40

    func writeUnfit(_ timeline: Timeline, to page: inout TextPage) {
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

    func writeGaps(_ timeline: Timeline, to page: inout TextPage) {
        if let leftOut = timeline.leftOut {
            page.paragraph(style.paint("LEFT OUT", .bad) + " \(leftOut.words)", hanging: 2)
        }
        for file in timeline.files where file.hasErrors {
            page.paragraph(
                "not read: \(TextPage.show(file.path)): \(TextPage.show(file.worstProblem?.message ?? file.status))",
                indent: 2,
                hanging: 2
            )
        }
    }
}
