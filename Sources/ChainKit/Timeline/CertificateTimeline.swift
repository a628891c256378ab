/// What the days to come bring for one certificate.
package struct CertificateTimeline: Sendable {
    /// The first instant at which it no longer works, and why.
    package struct Stop: Sendable, Hashable {
        /// The instant.
        package let time: Instant
        /// Why.
        package let cause: TimelineCause

        /// The last day on which it works, as the certificate that ends says it: what expires on the 24th stops on the
        /// 24th.
        package var day: String { cause.day(of: time) }
    }

    /// A renewal of the certificate that is among the files.
    package struct Successor: Sendable {
        /// The renewal.
        package let certificate: Certificate
        /// Where it stands.
        package let sources: [SourceLocation]
        /// The first instant at which it no longer works, nil where no end is known.
        package let until: Instant?
    }

    /// The certificate as it is judged at the start.
    package let record: AuditRecord
    /// What happens, the earliest first.
    package let entries: [TimelineEntry]
    /// When it stops working, nil where it never works or no end is known.
    package let stop: Stop?
    /// Why it does not work at the start, nil where it does.
    package let failure: String?
    /// The certificate, then every other one of its trusted paths; of its best path where none is trusted.
    package let concerned: [Certificate]
    /// The times at which it works; the last has no end where none is known.
    package let working: [(from: Instant, until: Instant?)]
    /// The day from which the list trusts nothing new under the root that the path ends in, nil where it has none.
    package let renewalLimit: Instant?
    /// The certificate that works for the same names when this one stops, and lasts longer; nil where none is here.
    package internal(set) var successor: Successor?

    /// The certificate.
    package var certificate: Certificate { record.certificate }
    /// Whether it works at the start.
    package var worksNow: Bool { failure == nil }
    /// Whether its best path ends in a root of Microsoft's list.
    package var isPublic: Bool {
        if case .microsoft = record.search.best?.path.anchor?.terms { true } else { false }
    }

    /// Tells the story of states in the order of time, of which there is at least the one of the record.
    package init(_ record: AuditRecord, states: [TimelineState]) {
        self.record = record
        let leaf = record.certificate
        failure = states.first?.failure
        let story = TimelineStory(leaf, states: states)
        entries = story.entries
        stop = story.stop
        working = story.working
        renewalLimit = story.renewalLimit
        var seen: Set<Certificate> = []
        let trusted = states.flatMap(\.trusted).flatMap(\.path.certificates)
        let shown = trusted.isEmpty ? record.search.best?.path.certificates ?? [] : trusted
        concerned = ([leaf] + shown).filter { seen.insert($0).inserted }
    }
}

/// A day from which public CAs may issue for fewer days than before.
package struct LifetimeStep: Sendable, Hashable {
    /// Certificates issued from this instant on are concerned.
    package let since: Instant
    /// The most days that they may have.
    package let days: Int

    /// Where it stands written.
    package static let source = PolicyData.lifetimeSource.title

    /// Every step, the earliest first.
    static let all = PolicyData.lifetimes.map { LifetimeStep(since: $0.since, days: $0.days) }
        .sorted { $0.since < $1.since }

    /// The steps behind one instant and before another.
    static func between(_ start: Instant, _ end: Instant) -> [LifetimeStep] {
        all.filter { start < $0.since && $0.since < end }
    }

    /// The step that holds on a day, nil before the first.
    static func inForce(on day: Instant) -> LifetimeStep? { all.last { $0.since <= day } }
}
