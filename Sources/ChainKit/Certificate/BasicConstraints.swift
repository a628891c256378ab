/// The basicConstraints extension (RFC 5280, 4.2.1.9): a path length without authority cannot be written down.
public enum BasicConstraints: Sendable, Hashable {
    case notAuthority
    /// The most non-self-issued intermediates that may follow below; nil where there is no limit.
    case authority(maximumPathLength: Int?)

    /// Whether the subject is a certification authority.
    public var isAuthority: Bool { self != .notAuthority }
}
