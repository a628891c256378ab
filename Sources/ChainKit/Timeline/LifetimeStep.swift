/// A day from which public CAs may issue for fewer days than before.
public struct LifetimeStep: Sendable, Hashable {
    /// Certificates issued from this instant on are concerned.
    public let since: Instant
    /// The most days that they may have.
    public let days: Int

    /// Where it stands written.
    public static let source = "CA/Browser Forum, TLS Baseline Requirements, 6.3.2"

    /// Every step, the earliest first; the numbers are those of the rule `validity-too-long`.
    static let all: [LifetimeStep] = ValidityTooLong.limits.compactMap { limit in
        limit.since.map { LifetimeStep(since: $0, days: Int(limit.days)) }
    }.sorted { $0.since < $1.since }

    /// The steps behind one instant and before another.
    static func between(_ start: Instant, _ end: Instant) -> [LifetimeStep] {
        all.filter { start < $0.since && $0.since < end }
    }

    /// The step that holds on a day, nil before the first.
    static func inForce(on day: Instant) -> LifetimeStep? { all.last { $0.since <= day } }
}
