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
