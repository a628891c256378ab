/// On which day which connector changes its certificate or breaks, if nobody does anything.
public struct DiagnosisCalendar: Sendable {
    /// A day on which something changes.
    public struct Entry: Sendable {
        /// The first instant at which it is so.
        public let time: Instant
        /// What changes.
        public let difference: DiagnosisDifference
    }

    /// The first instant looked at.
    public let start: Instant
    /// Days looked at.
    public let days: Int
    /// What changes, the earliest first.
    public let entries: [Entry]
    /// Instants that were not looked at because there were too many, 0 nearly always.
    public let leftOut: Int

    /// Days looked at where nothing else is asked for: a certificate of today's longest lifetime and a renewal.
    public static let defaultDays = 400
    /// The most instants at which an organisation is diagnosed anew.
    ///
    /// A diagnosis of ten servers takes some milliseconds; so many of them stay within seconds.
    static let mostInstants = 1_000
}

extension Diagnostician {
    /// Diagnoses an inventory anew at each instant at which a certificate of its paths begins or ceases to be valid or
    /// a root's date on Microsoft's list comes.
    public func calendar(
        of inventory: ExchangeInventory,
        from diagnosis: Diagnosis,
        days: Int = DiagnosisCalendar.defaultDays
    ) -> DiagnosisCalendar {
        let start = diagnosis.situation.time
        let end = start.adding(days: days)
        let instants = turningPoints(of: diagnosis.situation).filter { start < $0 && $0 <= end }.sorted()
        var before = diagnosis
        var entries: [DiagnosisCalendar.Entry] = []
        for instant in instants.prefix(DiagnosisCalendar.mostInstants) {
            let after = diagnose(inventory, at: instant)
            let difference = DiagnosisDifference(from: before, to: after)
            if !difference.isEmpty { entries.append(.init(time: instant, difference: difference)) }
            before = after
        }
        return DiagnosisCalendar(
            start: start,
            days: days,
            entries: entries,
            leftOut: max(0, instants.count - DiagnosisCalendar.mostInstants)
        )
    }

    private func turningPoints(of situation: ExchangeSituation) -> Set<Instant> {
        var points: Set<Instant> = []
        for installed in situation.inventory.certificates {
            guard let certificate = installed.certificate else {
                points.formUnion(installed.reportedNotBefore?.readings ?? [])
                points.formUnion((installed.reportedNotAfter?.readings ?? []).map(\.nextSecond))
                continue
            }
            var concerned: Set<Certificate> = [certificate]
            for attempt in situation.judgements.record(of: installed)?.search.attempts ?? [] {
                concerned.formUnion(attempt.path.certificates)
                // The list's NotBefore dates are held against the day of issue, which no day to come changes.
                if case .microsoft(let entry) = attempt.path.anchor?.terms,
                    let disabled = entry.disabled.instant
                {
                    points.insert(disabled)
                }
            }
            for certificate in concerned {
                if let first = certificate.notBefore.instant { points.insert(first) }
                if let last = certificate.notAfter.instant { points.insert(last.nextSecond) }
            }
        }
        return points
    }
}

extension Instant {
    /// One second later: the first instant at which what was valid until here no longer is.
    fileprivate var nextSecond: Instant { Instant(seconds: seconds + 1) }
}
