/// What one root's terms amount to for one purpose, on the day of issue and on a certificate's last day.
public struct IssuanceRootTerms: Sendable, Hashable {
    /// The root.
    public let root: Certificate
    /// The purpose.
    public let purpose: KeyPurpose
    /// On the first day.
    public let atStart: RootVerdict
    /// On the last day.
    public let atEnd: RootVerdict

    init(_ anchor: TrustAnchor, _ purpose: KeyPurpose, _ offer: Offer) {
        root = anchor.certificate
        self.purpose = purpose
        atStart = anchor.verdict(for: purpose, leafNotBefore: offer.start, at: offer.start)
        atEnd = anchor.verdict(for: purpose, leafNotBefore: offer.start, at: offer.end)
    }

    /// Whether the list trusts it through the certificate's whole life.
    public var lasts: Bool { atStart.isTrusted && atEnd.isTrusted }

    /// The terms in words.
    public var words: String {
        atStart.isTrusted && !atEnd.isTrusted ? "\(atStart.reason), then: \(atEnd.reason)" : atStart.reason
    }
}
