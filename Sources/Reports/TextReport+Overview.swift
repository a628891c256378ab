import ChainKit
import Octets

// The first screen of an audit that was asked about no name: what lies here. No certificate is recommended, because
// which one is right depends on the name, and no command is written.
extension TextReport {
    /// Months, issuers and causes told one by one.
    private static let monthsShown = 14
    private static let issuersShown = 8
    private static let causesShown = 8
    /// Columns of a count with the blanks before it.
    private static let countWidth = 9

    func writeOverview(_ overview: AuditOverview, _ summary: AuditSummary, to page: inout TextPage) {
        let mark = page.style.paint("INVENTORY", .strong)
        page.paragraph("\(mark)  \(Self.overviewWords(overview, summary))", hanging: 2)
        if summary.judged > 0 {
            page.paragraph(
                "No certificate is recommended, because no name was asked about. "
                    + "Ask with the name of the transport server: --domain mail.example.com",
                indent: 2,
                hanging: 2
            )
        }
        writeMonths(overview, to: &page)
        writeIssuers(overview, to: &page)
        writeCauseCounts(overview, to: &page)
        page.blank()
    }

    func writeShortOverview(_ overview: AuditOverview, _ summary: AuditSummary, to page: inout TextPage) {
        page.verbatim(page.style.paint("INVENTORY", .strong) + " " + Self.overviewWords(overview, summary))
    }

    private static func overviewWords(_ overview: AuditOverview, _ summary: AuditSummary) -> String {
        guard summary.judged > 0 else { return "\(reasonForNothingJudged(summary))." }
        let judged = Count.text(summary.judged, "server certificate")
        let unknown = summary.count(.undetermined)
        let verb = overview.fit == 1 || summary.judged == 1 ? "is" : "are"
        var words = "\(Count.text(overview.fit)) of \(judged) \(verb) fit for SMTP, "
        words += "\(Count.text(summary.count(.ineligible))) not"
        if unknown > 0 { words += ", \(Count.text(unknown)) undetermined" }
        return words + "."
    }

    private func writeMonths(_ overview: AuditOverview, to page: inout TextPage) {
        let rows = overview.months.prefix(Self.monthsShown).map { month in
            (count: month.certificates, fit: month.fit, text: month.month)
        }
        guard !rows.isEmpty || overview.expired > 0 else { return }
        page.blank()
        page.paragraph("Certificates by the month in which they end:", indent: 2, hanging: 2)
        if overview.expired > 0 {
            writeCount(overview.expired, "have expired", to: &page)
        }
        for row in rows { writeCount(row.count, row.text + fitWords(row.fit, of: row.count), to: &page) }
        let rest = overview.months.dropFirst(Self.monthsShown)
        if !rest.isEmpty {
            let (count, fit) = rest.reduce((0, 0)) { ($0.0 + $1.certificates, $0.1 + $1.fit) }
            writeCount(count, "later" + fitWords(fit, of: count), to: &page)
        }
    }

    private func writeIssuers(_ overview: AuditOverview, to page: inout TextPage) {
        guard !overview.issuers.isEmpty else { return }
        page.blank()
        page.paragraph("Issuers:", indent: 2)
        for issuer in overview.issuers.prefix(Self.issuersShown) {
            let name = issuer.name.isEmpty ? "(no issuer name)" : TextPage.show(issuer.name.rfc4514)
            writeCount(
                issuer.certificates,
                name + fitWords(issuer.fit, of: issuer.certificates),
                to: &page
            )
        }
        let rest = overview.issuers.dropFirst(Self.issuersShown)
        let certificates = rest.reduce(overview.otherIssuers) { $0 + $1.certificates }
        guard certificates > 0 else { return }
        let others =
            overview.otherIssuers > 0 ? "other issuers" : Count.text(rest.count, "other issuer")
        writeCount(certificates, "of \(others); --format json has more", to: &page)
    }

    private func writeCauseCounts(_ overview: AuditOverview, to page: inout TextPage) {
        let errors = overview.causes.filter { $0.severity == .error }
        guard !errors.isEmpty else { return }
        page.blank()
        page.paragraph("Why certificates are not fit (one may have several causes):", indent: 2, hanging: 2)
        for cause in errors.prefix(Self.causesShown) {
            let title = RuleRegistry.metadata(of: cause.rule).map { ": \($0.title)" } ?? ""
            writeCount(cause.certificates, cause.rule + title, to: &page)
        }
        if errors.count > Self.causesShown {
            let rest = Count.text(errors.count - Self.causesShown, "more cause")
            page.paragraph("and \(rest); --format json has all", indent: Self.countWidth + 2, hanging: 2)
        }
    }

    private func writeCount(_ count: Int, _ text: String, to page: inout TextPage) {
        let number = Count.text(count)
        let blanks = String(repeating: " ", count: max(2, Self.countWidth - number.utf8.count))
        page.wrap(text, after: blanks + number + "  ", hanging: Self.countWidth + 4)
    }

    private func fitWords(_ fit: Int, of count: Int) -> String {
        switch fit {
        case 0: ", none fit"
        case count: count == 1 ? ", fit" : ", all fit"
        default: ", \(Count.text(fit)) fit"
        }
    }
}
