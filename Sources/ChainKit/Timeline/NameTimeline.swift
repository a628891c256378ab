/// Until when some certificate in the folder works for a name.
package struct NameTimeline: Sendable {
    /// A certificate that works for the name, and for how long it is the one to use.
    package struct Step: Sendable {
        /// The certificate.
        package let certificate: Certificate
        /// Its first instant as the one to use.
        package let from: Instant
        /// The first instant at which it no longer works, nil where no end is known.
        package let until: Instant?
    }

    /// The name: one that was asked about, else a DNS name of a certificate, in lower case.
    package let name: String
    /// Which certificate works when, without a gap from the start on; empty where none works at the start.
    package let steps: [Step]
    /// The first instant behind them at which a certificate works again, nil where none does.
    package let resumes: Instant?

    /// Whether a certificate works at the start.
    package var worksNow: Bool { !steps.isEmpty }
    /// The first instant at which no certificate works, nil where that is already so and where no end is known.
    package var until: Instant? { steps.last?.until }

    /// Follows the certificates that work for a name; at each moment the one that lasts longest is used.
    init(_ name: String, from start: Instant, _ periods: some Sequence<WorkingPeriod>) {
        self.name = name
        var steps: [Step] = []
        var now = start
        let sorted = periods.sorted { $0.from < $1.from }
        var next = 0
        var best: WorkingPeriod?
        while true {
            while next < sorted.count, sorted[next].from <= now {
                if best.map({ sorted[next].outlasts($0) }) ?? true { best = sorted[next] }
                next += 1
            }
            // One that ends when the last step ends is none: its end is not behind that of the step.
            guard let candidate = best, candidate.until.map({ $0 > now }) ?? true else { break }
            steps.append(Step(certificate: candidate.certificate, from: now, until: candidate.until))
            guard let end = candidate.until else { break }
            now = end
        }
        self.steps = steps
        resumes = steps.last.map({ $0.until == nil }) ?? false ? nil : sorted.first { $0.from > now }?.from
    }
}

/// A time in which a certificate works.
struct WorkingPeriod: Sendable {
    let certificate: Certificate
    let from: Instant
    /// The first instant at which it no longer works, nil where no end is known.
    let until: Instant?

    /// Whether it ends later.
    func outlasts(_ other: WorkingPeriod) -> Bool {
        guard let end = other.until else { return false }
        return until.map { $0 > end } ?? true
    }
}

/// When certificates work, by the names that they cover.
struct NameTimelines {
    /// Periods that count for one name: of a hostile folder's thousands those that come first.
    private static let mostPeriods = 256
    /// Names that are followed; a folder of a hundred thousand certificates has as many.
    private static let mostNames = 200_000

    private var periods: [String: [WorkingPeriod]] = [:]

    /// Every name of the certificates, those first that stop working first, then those that do not work; and how many
    /// names were left out.
    static func all(_ certificates: [CertificateTimeline], from start: Instant) -> (
        names: [NameTimeline], leftOut: Int
    ) {
        var index = NameTimelines()
        for item in certificates {
            for name in item.certificate.coveredNames { index.add(item, to: name) }
        }
        index.keepUseful()
        let names = index.periods.keys.sorted()
        let kept = names.prefix(mostNames).map { name in
            NameTimeline(name, from: start, (index.periods[name] ?? []) + index.byWildcard(name))
        }
        return (kept.sorted(by: precedes), names.count - kept.count)
    }

    /// The names asked about, in their order.
    static func of(
        _ references: [ReferenceIdentifier],
        _ certificates: [CertificateTimeline],
        from start: Instant
    ) -> [NameTimeline] {
        references.map { reference in
            let covering = certificates.filter { item in
                item.record.coverage.contains { $0.reference == reference && $0.coverage.isCovered }
            }
            return NameTimeline(reference.text, from: start, covering.lazy.flatMap(\.periods))
        }
    }

    /// Adds a name whether or not the certificate ever works for it.
    private mutating func add(_ item: CertificateTimeline, to name: String) {
        periods[name, default: []] += item.periods
    }

    /// The periods of certificates whose wildcard stands for the name's first label.
    private func byWildcard(_ name: String) -> [WorkingPeriod] {
        guard !name.hasPrefix("*."), let dot = name.firstIndex(of: ".") else { return [] }
        return periods["*" + name[dot...]] ?? []
    }

    /// Drops periods that lie within another one.
    private mutating func keepUseful() {
        for name in periods.keys {
            var kept: [WorkingPeriod] = []
            for period in (periods[name] ?? []).sorted(by: { $0.from < $1.from }) {
                if let last = kept.last, !period.outlasts(last) { continue }
                if let last = kept.last, last.from == period.from { kept.removeLast() }
                if kept.count < Self.mostPeriods { kept.append(period) }
            }
            periods[name] = kept
        }
    }

    private static func precedes(_ one: NameTimeline, _ other: NameTimeline) -> Bool {
        switch (one.until, other.until) {
        case (let first?, let second?): first == second ? one.name < other.name : first < second
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): one.worksNow == other.worksNow ? one.name < other.name : one.worksNow
        }
    }
}

extension CertificateTimeline {
    /// The times at which it works.
    fileprivate var periods: [WorkingPeriod] {
        working.map { WorkingPeriod(certificate: certificate, from: $0.from, until: $0.until) }
    }
}

extension Certificate {
    /// The DNS names that it is for, in lower case.
    var coveredNames: Set<String> {
        Set(
            subjectAlternativeNames.compactMap { name in
                if case .dns = name { name.printed.lowercased() } else { nil }
            }
        )
    }
}
