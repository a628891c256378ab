import OpenSSLBridge
import Synchronization

/// Who may have issued a certificate: trust anchors and certificates at hand, in the order in which they are tried.
final class IssuerTable: Sendable {
    /// One possible issuer; with its anchor where it is one, and what lies above it once that is known.
    final class Candidate: Sendable {
        let certificate: Certificate
        let anchor: TrustAnchor?
        let upward = AtomicLazyReference<UpwardPaths>()

        init(certificate: Certificate, anchor: TrustAnchor?) {
            self.certificate = certificate
            self.anchor = anchor
        }
    }

    private let anchors: any TrustAnchorSource
    private let pool: IssuerPool
    private let candidatesByName = Locked<[DistinguishedName: [Candidate]]>([:])

    init(anchors: any TrustAnchorSource, pool: IssuerPool) {
        self.anchors = anchors
        self.pool = pool
    }

    func isOutside(_ certificate: Certificate) -> Bool { pool.isOutside(certificate) }

    /// The anchor that is exactly the certificate.
    func anchor(for certificate: Certificate) -> TrustAnchor? { anchors.anchor(for: certificate) }

    /// The certificate as a candidate, with the anchor that it is.
    func candidate(_ certificate: Certificate) -> Candidate {
        Candidate(certificate: certificate, anchor: anchor(for: certificate))
    }

    /// Every certificate of the issuer's name.
    ///
    /// The key identifier is a preference and never a filter: CAs have re-issued certificates with another
    /// one. Only where no signature is checked does it decide (``NamedIssuers``).
    func candidates(for certificate: Certificate) -> [Candidate] {
        let candidates = candidates(named: certificate.issuer)
        guard candidates.count > 1, let wanted = certificate.authorityKeyIdentifier else { return candidates }
        var preferred: [Candidate] = []
        var others: [Candidate] = []
        for candidate in candidates {
            if candidate.certificate.subjectKeyIdentifier == wanted {
                preferred.append(candidate)
            } else {
                others.append(candidate)
            }
        }
        return preferred + others
    }

    /// Who issued a certificate as far as names and key identifiers tell.
    ///
    /// Worked out once for all that say the same of their issuer. Not for what is an issuer of that name itself, as
    /// every self-issued certificate may be: it is none of the others.
    func named(for certificate: Certificate, in memory: IssuerMemory) -> NamedIssuers {
        guard !certificate.isSelfIssued else {
            return NamedIssuers(of: certificate, among: candidates(for: certificate))
        }
        let claim = IssuerMemory.Claim(
            issuer: certificate.issuer,
            keyIdentifier: certificate.authorityKeyIdentifier
        )
        if let known = memory.named(claim), !known.others.contains(where: { $0.certificate == certificate }) {
            return known
        }
        let candidates = candidates(for: certificate)
        let found = NamedIssuers(of: certificate, among: candidates)
        if !candidates.contains(where: { $0.certificate == certificate }) {
            memory.remember(found, for: claim)
        }
        return found
    }

    /// Every certificate of a name, trust anchors first.
    func certificates(named name: DistinguishedName) -> [Certificate] {
        candidates(named: name).map(\.certificate)
    }

    private func candidates(named name: DistinguishedName) -> [Candidate] {
        if let known = candidatesByName.withLock({ $0[name] }) { return known }
        var candidates = anchors.anchors(named: name).sorted { $0.certificate.sha256 < $1.certificate.sha256 }
            .map { Candidate(certificate: $0.certificate, anchor: $0) }
        let known = Set(candidates.map(\.certificate.sha256))
        candidates += nearestFirst(pool.certificates(named: name).filter { !known.contains($0.sha256) })
            .map(candidate)
        candidatesByName.withLock { names in
            // A folder of a million self-signed certificates has a million issuer names that nobody asks for again.
            if names.count >= Self.mostNames { names.removeAll(keepingCapacity: true) }
            names[name] = candidates
        }
        return candidates
    }

    /// Those whose issuer's name is an anchor's come first: among thousands of one name, made to lead astray, the way
    /// that ends at once is found within any budget.
    private func nearestFirst(_ certificates: [Certificate]) -> [Certificate] {
        guard certificates.count > 1 else { return certificates }
        var isAnchors: [DistinguishedName: Bool] = [:]
        var near: [Certificate] = []
        var far: [Certificate] = []
        for certificate in certificates {
            let issuer = certificate.issuer
            let isNear = isAnchors[issuer] ?? !anchors.anchors(named: issuer).isEmpty
            isAnchors[issuer] = isNear
            if isNear { near.append(certificate) } else { far.append(certificate) }
        }
        return near + far
    }

    private static let mostNames = 10_000
}
