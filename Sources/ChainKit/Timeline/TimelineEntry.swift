/// Something that happens to a certificate on a day to come, or that Microsoft's list has set already.
public struct TimelineEntry: Sendable, Hashable {
    /// What happens; the raw values are stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It begins to work.
        case works
        /// It stops working.
        case stops
        /// Its path ends, and another one takes over.
        case pathChanges = "path-changes"
        /// From then on the list's root is not trusted at all.
        case rootDisabled = "root-disabled"
        /// What the root issues from then on is not trusted.
        case renewalNotTrusted = "renewal-not-trusted"
    }

    /// The first instant at which it is so.
    public let time: Instant
    /// The day to show: where something expires, its last day.
    public let day: String
    /// What happens.
    public let kind: Kind
    /// The certificate that it lies in: the certificate itself, or one of its path.
    public let certificate: Certificate
    /// What happens in words, lower case, no full stop.
    public let message: String
    /// What must be installed for the path that takes over, empty for all else.
    public let intermediates: [Certificate]

    init(
        _ kind: Kind,
        at time: Instant,
        in certificate: Certificate,
        _ message: String,
        day: String? = nil,
        intermediates: [Certificate] = []
    ) {
        self.day = day ?? time.date
        self.kind = kind
        self.time = time
        self.certificate = certificate
        self.message = message
        self.intermediates = intermediates
    }
}
