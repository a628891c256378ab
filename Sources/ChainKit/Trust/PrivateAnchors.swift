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
