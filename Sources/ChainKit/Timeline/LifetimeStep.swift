/// A day from which public CAs may issue for fewer days than before.
public struct LifetimeStep: Sendable, Hashable {
    /// Certificates issued from this instant on are concerned.
    public let since: Instant
    /// The most days that they may have.
    public let days: Int

    /// Where it stands written.
    public static let source = PolicyData.lifetimeSource.title

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
