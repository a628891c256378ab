/// Where a number or a date stands written that is policy, not certificate, and how sure it is.
public struct PolicySource: Sendable, Hashable {
    /// The stable name by which reports cite it.
    public let id: String
    /// Where it is written.
    public let title: String
    /// The day on which it was read there.
    public let read: Instant
    /// How sure it is.
    public let certainty: Certainty
}
