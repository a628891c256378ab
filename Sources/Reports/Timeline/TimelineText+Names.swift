import ChainKit
import Octets

// The first screen: until when each name works, and what ends in which month where there are many certificates.
extension TimelineText {
    /// Months named one by one.
    private static let monthsShown = 12

    func writeNames(_ timeline: Timeline, to page: inout TextPage) {
        // Where nothing works the answer says so once, and not for each name.
        let names = timeline.names
        guard timeline.certificates.contains(where: { !$0.working.isEmpty }), !names.isEmpty else { return }
        let most = Self.most(of: names.count)
        for name in names.prefix(most) { write(name, timeline, to: &page) }
        let rest = names.dropFirst(most)
        if !rest.isEmpty {
            let stopped = rest.count { !$0.worksNow }
            page.paragraph(
                "and \(Count.text(rest.count + timeline.namesLeftOut, "more name"))"
                    + (stopped > 0 ? ", \(Count.text(stopped)) of which do not work" : "")
                    + "; --format json has them; --domain asks about one",
                indent: 2,
                hanging: 2
            )
        }
        page.blank()
    }

    private func write(_ name: NameTimeline, _ timeline: Timeline, to page: inout TextPage) {
        let text = TextPage.show(name.name)
        guard name.worksNow else {
            let later = name.resumes.map { " before \($0.date)" } ?? ""
            page.wrap(
                "\(text): no certificate here works\(later)",
                after: style.paint("STOPPED", .bad) + "  ",
                hanging: 9
            )
            return
        }
        let mark: TextStyle.Meaning
        let answer: String
        if let end = name.until?.previousSecond {
            let days = timeline.start.days(until: end)
            mark = days < Self.soon ? .bad : .good
            answer = "works until \(end.date), \(Self.distance(from: timeline.start, to: end))"
        } else {
            (mark, answer) = (.good, "works; no end was found")
        }
        let again = name.resumes.map { ", and again from \($0.date) on" } ?? ""
        page.wrap("\(text) \(answer)\(again)", after: style.paint("WORKS", mark) + "    ", hanging: 9)
        guard name.steps.count > 1 else { return }
        let steps = name.steps.prefix(Self.shown).map { step in
            "\(step.certificate.thumbprint.hexadecimal)"
                + (step.until.map { " until \($0.previousSecond.date)" } ?? "")
        }
        page.paragraph("with " + steps.joined(separator: ", then "), indent: 9)
    }

    /// What is not shown one by one, by the month of its end.
    func writeMonths(_ stopping: [CertificateTimeline], besides shown: Int, to page: inout TextPage) {
        let rest = stopping.dropFirst(shown)
        var months: [(month: String, count: Int)] = []
        // In the order of their ends, so that each month comes once.
        for stop in rest.lazy.compactMap(\.stop) {
            let month = String(stop.day.prefix(7))
            if months.last?.month == month {
                months[months.count - 1].count += 1
            } else {
                months.append((month, 1))
            }
        }
        let named = months.prefix(Self.monthsShown).map { "\($0.month) \(Count.text($0.count))" }
        let later = months.dropFirst(Self.monthsShown).reduce(0) { $0 + $1.count }
        let endless = rest.count { $0.stop == nil }
        let parts =
            named + (later > 0 ? ["later \(Count.text(later))"] : [])
            + (endless > 0 ? ["no end found \(Count.text(endless))"] : [])
        page.paragraph(
            "and \(Count.text(rest.count, "more certificate")), by the month of the end: "
                + parts.joined(separator: ", "),
            indent: 2,
            hanging: 2
        )
    }

    /// A line for each certificate that has no place of its own above: no end is left out.
    func writeEnds(_ certificates: ArraySlice<CertificateTimeline>, to page: inout TextPage) {
        guard !certificates.isEmpty else { return }
        page.paragraph(
            style.paint("EVERY OTHER END", .strong) + ", \(Count.text(certificates.count, "certificate"))"
        )
        for item in certificates {
            let day = item.stop?.day ?? "no end    "
            let label = TextPage.show(item.certificate.label, upTo: 64)
            page.verbatim("  \(day)  \(item.certificate.thumbprint.hexadecimal)  \(label)")
        }
        page.blank()
    }
}
