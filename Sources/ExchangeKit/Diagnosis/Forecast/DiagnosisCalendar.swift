package import ChainKit

/// On which day which connector changes its certificate or breaks, if nobody does anything.
package struct DiagnosisCalendar: Sendable {
    /// A day on which something changes.
    package struct Entry: Sendable {
        /// The first instant at which it is so.
        package let time: Instant
        /// What changes.
        package let difference: DiagnosisDifference
    }

    /// The first instant looked at.
    package let start: Instant
    /// Days looked at.
    package let days: Int
    /// What changes, the earliest first.
    package let entries: [Entry]
    /// Instants that were not looked at because there were too many, 0 nearly always.
    package let leftOut: Int

    /// Days looked at where nothing else is asked for: a certificate of today's longest lifetime and a renewal.
    package static let defaultDays = 400
    /// The most instants at which an organisation is diagnosed anew.
    ///
    /// A diagnosis of ten servers takes some milliseconds; so many of them stay within seconds.
    static let mostInstants = 1_000
}

extension Diagnostician {
    /// Diagnoses an inventory anew at each instant at which a certificate of its paths begins or ceases to be valid or
    /// a root's date on Microsoft's list comes.
    package func calendar(
        of inventory: ExchangeInventory,
        from diagnosis: Diagnosis,
        days: Int = DiagnosisCalendar.defaultDays
    ) -> DiagnosisCalendar {
        let start = diagnosis.situation.time
        let end = start.adding(days: days)
        let schedule = turningPoints(of: diagnosis.situation).within(start, end)
            .schedule(most: DiagnosisCalendar.mostInstants)
        var before = diagnosis
        var entries: [DiagnosisCalendar.Entry] = []
        for instant in schedule.instants {
            let after = diagnose(inventory, at: instant)
            let difference = DiagnosisDifference(from: before, to: after)
            if !difference.isEmpty { entries.append(.init(time: instant, difference: difference)) }
            before = after
        }
        return DiagnosisCalendar(
            start: start,
            days: days,
            entries: entries,
            leftOut: schedule.leftOut
        )
    }

    private func turningPoints(of situation: ExchangeSituation) -> TurningPoints {
        var points = TurningPoints()
        for installed in situation.inventory.certificates {
            guard let certificate = installed.certificate else {
                points.insert(
                    first: installed.reportedNotBefore?.readings ?? [],
                    last: installed.reportedNotAfter?.readings ?? []
                )
                continue
            }
            points.insert(
                certificate,
                attempts: situation.judgements.record(of: installed)?.search.attempts ?? []
            )
        }
        return points
    }
}
