/// A certification path, complete or not (RFC 5280, 3.2).
public struct CertificationPath: Sendable, Hashable {
    /// The target first, each issued by the next; the trust anchor last where there is one.
    public let certificates: [Certificate]
    /// The trust anchor in which the path ends, nil where it ends in none.
    public let anchor: TrustAnchor?

    /// What a server must send beside its own certificate: all that stands between the target and the root.
    ///
    /// An anchor that is no root, because somebody trusts an intermediate by itself, must be sent too: the other side
    /// trusts the root and not that intermediate.
    public var intermediates: ArraySlice<Certificate> {
        guard certificates.count > 1 else { return [] }
        // An anchor is the last of the certificates: to ask that one takes no copy of the anchor with its terms.
        let endsInRoot = anchor != nil && certificates[certificates.count - 1].isSelfIssued
        return certificates[1..<(certificates.count - (endsInRoot ? 1 : 0))]
    }
}
