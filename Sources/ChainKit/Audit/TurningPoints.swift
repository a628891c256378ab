/// Instants at which what an audit says changes by itself: a certificate of its paths begins or ceases to be valid, or a
/// root's date on Microsoft's list comes.
package struct TurningPoints: Sendable {
    /// The instants to look at, the earliest first, and how many were left out because there were too many.
    package struct Schedule: Sendable {
        package let instants: ArraySlice<Instant>
        package let leftOut: Int
    }

    private var instants: Set<Instant> = []

    /// None yet.
    package init() {}

    /// Adds those of a certificate and of every path found from it.
    package mutating func insert(_ certificate: Certificate, attempts: [PathAttempt]) {
        var concerned: Set<Certificate> = [certificate]
        for attempt in attempts {
            concerned.formUnion(attempt.path.certificates)
            // The list's NotBefore dates are held against the day of issue, which no day to come changes.
            if case .microsoft(let entry) = attempt.path.anchor?.terms, let disabled = entry.disabled.instant
            {
                instants.insert(disabled)
            }
        }
        for certificate in concerned {
            if let first = certificate.notBefore.instant { instants.insert(first) }
            if let last = certificate.notAfter.instant, last < .noExpiration {
                instants.insert(last.nextSecond)
            }
        }
    }

    /// Adds those of a validity that is known from an export alone.
    package mutating func insert(first: [Instant], last: [Instant]) {
        instants.formUnion(first)
        instants.formUnion(last.map(\.nextSecond))
    }

    /// Adds those of others.
    mutating func formUnion(_ others: TurningPoints) { instants.formUnion(others.instants) }

    /// Those behind one instant and not behind another.
    package func within(_ start: Instant, _ end: Instant) -> TurningPoints {
        var kept = TurningPoints()
        kept.instants = instants.filter { start < $0 && $0 <= end }
        return kept
    }

    /// All of them, in no order.
    var all: Set<Instant> { instants }

    /// In order, so many at most.
    package func schedule(most: Int) -> Schedule {
        let sorted = instants.sorted()
        return Schedule(instants: sorted.prefix(most), leftOut: max(0, sorted.count - most))
    }
}

extension Instant {
    /// 9999-12-31T23:59:59Z, by which a certificate says that it has no end (RFC 5280, 4.1.2.5); no day follows it.
    static let noExpiration = Instant(seconds: 253_402_300_799)

    /// One second later: the first instant at which what was valid until here no longer is.
    package var nextSecond: Instant { Instant(seconds: seconds + 1) }

    /// One second earlier: the last instant of what no longer holds here.
    package var previousSecond: Instant { Instant(seconds: seconds - 1) }

    /// The first instant of the day.
    package var startOfDay: Instant { Instant(seconds: seconds - (seconds % 86_400 + 86_400) % 86_400) }
}
