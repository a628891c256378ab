/// A certification path, complete or not (RFC 5280, 3.2).
public struct CertificationPath: Sendable, Hashable {
    /// The target first, each issued by the next; the trust anchor last where there is one.
    public let certificates: [Certificate]
    /// The trust anchor in which the path ends, nil where it ends in none.
    public let anchor: TrustAnchor?

    /// What stands between the target and the anchor: what a server must send beside its own certificate.
    public var intermediates: ArraySlice<Certificate> {
        certificates.dropFirst().dropLast(anchor == nil ? 0 : 1)
    }
}
