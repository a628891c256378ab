/// A certificate that paths may end at, and on what terms.
public struct TrustAnchor: Sendable, Hashable {
    /// The anchor's certificate.
    public let certificate: Certificate
    /// What it is trusted for.
    public let terms: TrustTerms

    /// Puts a certificate and its terms together.
    public init(certificate: Certificate, terms: TrustTerms) {
        self.certificate = certificate
        self.terms = terms
    }

    /// What the terms amount to for a certificate issued at `leafNotBefore`, at an instant.
    public func verdict(for purpose: KeyPurpose, leafNotBefore: Instant, at instant: Instant) -> RootVerdict {
        switch terms {
        case .microsoft(let entry):
            entry.verdict(on: certificate, for: purpose, leafNotBefore: leafNotBefore, at: instant)
        case .unrestricted:
            RootVerdict(
                cause: .unrestricted,
                purpose: purpose,
                leafNotBefore: leafNotBefore,
                notes: [],
                isPilot: false
            )
        }
    }
}

/// On what terms a trust anchor is trusted.
public enum TrustTerms: Sendable, Hashable {
    /// As Microsoft's list says.
    case microsoft(RootListEntry)
    /// For every purpose, at any time: an anchor that the user brought.
    case unrestricted
}

/// Where trust anchors come from.
///
/// Asked from several threads at once.
public protocol TrustAnchorSource: Sendable {
    /// Every anchor whose subject is the name, by the comparison of RFC 5280, 7.1.
    func anchors(named name: DistinguishedName) -> [TrustAnchor]
    /// The anchor that is exactly the certificate.
    func anchor(for certificate: Certificate) -> TrustAnchor?
}
