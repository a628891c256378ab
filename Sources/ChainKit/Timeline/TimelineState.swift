/// How a certificate fares from one instant until the next.
struct TimelineState: Sendable {
    /// The first instant.
    let time: Instant
    /// Whether it may be bound to SMTP.
    let works: Bool
    /// Every path that is trusted, the best first.
    let trusted: [PathAttempt]
    /// Why it does not work, nil where it does; lower case, no full stop.
    let failure: String?

    init(_ record: AuditRecord, at time: Instant) {
        self.time = time
        works = record.verdict?.isEligible ?? false
        trusted = record.search.attempts.filter(\.isTrusted)
        let reason = record.findings.first { $0.severity == .error }?.message
        failure = works ? nil : reason ?? "the search for a path was cut short"
    }

    /// The state behind a certificate's own end, which needs no search: nothing that has expired works.
    init(after last: TimelineState, expiredAt time: Instant) {
        self.time = time
        works = false
        trusted = last.trusted
        failure = "the certificate has expired"
    }

    /// The paths of this state that a later one has not.
    func paths(lostIn later: TimelineState) -> [PathAttempt] {
        let kept = Set(later.trusted.map(\.path.certificates))
        return trusted.filter { !kept.contains($0.path.certificates) }
    }

    /// Whether nothing that is told differs from an earlier state.
    func isLike(_ earlier: TimelineState) -> Bool {
        works == earlier.works && trusted == earlier.trusted
    }
}
