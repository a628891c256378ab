/// At which instants which certificates are judged anew.
struct ChangeSchedule: Sendable {
    /// Some certificates that are judged at one instant, by their places.
    struct Step: Sendable {
        let time: Instant
        let places: ArraySlice<Int>
    }

    /// Certificates of a step: enough to be worth a judge, few enough for all threads to have work.
    private static let mostPlaces = 256

    /// In the order of time.
    let steps: [Step]
    /// Changes beyond the budget, the latest ones.
    let leftOut: Timeline.LeftOut?

    /// Plans the judgements of certificates that were judged at a first instant.
    ///
    /// - Parameters:
    ///   - records: what was said of them then.
    ///   - time: that instant.
    ///   - most: how many changes above certificates are looked at, the earliest first. The start of a certificate that
    ///     is not yet valid does not count: there is one of each.
    init(_ records: [AuditRecord], from time: Instant, most: Int) {
        var starts: [(time: Instant, place: Int)] = []
        var changes: [(time: Instant, place: Int)] = []
        for (place, record) in records.enumerated() where Self.mayChange(record, after: time) {
            let certificate = record.certificate
            guard let end = certificate.notAfter.instant else { continue }
            let start = certificate.notBefore.instant
            var points = TurningPoints()
            points.insert(certificate, attempts: record.search.attempts)
            let first = max(time, start ?? time)
            if let start, time < start { starts.append((start, place)) }
            for instant in points.within(first, end).all { changes.append((instant, place)) }
        }
        changes.sort { ($0.time, $0.place) < ($1.time, $1.place) }
        leftOut =
            changes.count > most
            ? Timeline.LeftOut(changes: changes.count - most, from: changes[most].time) : nil
        let kept = (starts + changes.prefix(most)).sorted { ($0.time, $0.place) < ($1.time, $1.place) }
        steps = Self.steps(kept)
    }

    /// Whether a later instant may bring something else than the certificate's own end.
    private static func mayChange(_ record: AuditRecord, after time: Instant) -> Bool {
        guard let end = record.certificate.notAfter.instant, time <= end else { return false }
        // Names do not change, and without an anchor no path becomes good.
        return record.search.attempts.contains { $0.path.anchor != nil }
            && !record.findings.contains { nameRules.contains($0.rule) && $0.severity == .error }
    }

    private static let nameRules = RuleRegistry.ids(with: .meansNameNotCovered)

    private static func steps(_ sorted: [(time: Instant, place: Int)]) -> [Step] {
        let places = sorted.map(\.place)
        var steps: [Step] = []
        var first = 0
        while first < sorted.count {
            var end = first + 1
            while end < sorted.count, sorted[end].time == sorted[first].time, end - first < mostPlaces {
                end += 1
            }
            steps.append(Step(time: sorted[first].time, places: places[first..<end]))
            first = end
        }
        return steps
    }
}
