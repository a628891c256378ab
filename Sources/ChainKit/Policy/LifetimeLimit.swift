/// The longest validity that public CAs may give, from a day on.
public struct LifetimeLimit: Sendable, Hashable {
    /// The first day of issue for which it counts.
    public let since: Instant
    /// The most days, a part of a day being a day.
    public let days: Int
    /// Where it is written.
    public let source: PolicySource

    /// How many certificates a year a host needs at least.
    public var certificatesPerYear: Int { (365 + days - 1) / days }
}

extension PolicyData {
    /// The limit for a certificate issued at an instant, nil before there was one.
    public static func lifetimeLimit(at issue: Instant) -> LifetimeLimit? {
        lifetimes.first { $0.since <= issue }
    }
}
