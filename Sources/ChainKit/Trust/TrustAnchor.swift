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
    package func verdict(for purpose: KeyPurpose, leafNotBefore: Instant, at instant: Instant) -> RootVerdict
    {
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

/// Trust anchors that the user brought, in the order given; each is trusted for every purpose.
public struct PrivateAnchors: TrustAnchorSource {
    /// The anchors, each certificate once.
    public let all: [TrustAnchor]
    private let byName: [NameComparisonKey: [Int]]
    private let byDigest: [SHA256Digest: Int]

    /// Takes certificates; one that occurs twice is one anchor.
    public init(_ certificates: [Certificate]) {
        var all: [TrustAnchor] = []
        var byName: [NameComparisonKey: [Int]] = [:]
        var byDigest: [SHA256Digest: Int] = [:]
        for certificate in certificates where byDigest[certificate.sha256] == nil {
            byDigest[certificate.sha256] = all.count
            byName[NameComparisonKey(certificate.subject), default: []].append(all.count)
            all.append(TrustAnchor(certificate: certificate, terms: .unrestricted))
        }
        self.all = all
        self.byName = byName
        self.byDigest = byDigest
    }

    /// Every anchor of the name.
    public func anchors(named name: DistinguishedName) -> [TrustAnchor] {
        (byName[NameComparisonKey(name)] ?? []).map { all[$0] }
    }

    /// The anchor that is exactly the certificate.
    public func anchor(for certificate: Certificate) -> TrustAnchor? {
        byDigest[certificate.sha256].map { all[$0] }
    }
}
