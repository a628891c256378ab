/// What would come of an offer from one issuer.
package struct Issuance: Sendable {
    /// The issuer.
    package let issuer: OfferedIssuer
    /// The certificate that would come of it; its signature and serial number are made up.
    package let certificate: Certificate
    /// Every way to an anchor, the best first.
    package let search: PathSearch
    /// The terms of every root that a way ends in, for servers and for clients, the best way's first.
    package let terms: [IssuanceRootTerms]
    /// Whether clientAuth is to be expected, nil for a private CA.
    package let clientAuthentication: ClientAuthenticationForecast?
    /// What an audit would give it, nil where it would give it none.
    package let score: Score?
    /// The audit's record of the certificate.
    package let record: AuditRecord
    /// What was found, gravest first.
    package let findings: [OfferFinding]
    /// What it amounts to, the request's findings included.
    package let verdict: OfferVerdict

    init(_ facts: IssuanceFacts, request: [OfferFinding]) {
        issuer = facts.issuer
        certificate = facts.certificate
        record = facts.record
        search = facts.record.search
        terms = facts.terms
        clientAuthentication = facts.forecast
        score = facts.record.score
        let found =
            AuditRulesOfOffers.findings(in: facts.record, of: facts.offer, by: facts.issuer)
            + OfferRuleRegistry.findings(in: facts)
        findings = found.gravestFirst
        verdict = OfferVerdict(found + request, isUndetermined: facts.record.search.isUndetermined)
    }

    /// The name that connectors must have to be pinned to it; who the issuer is decides half of it.
    package var tlsCertificateName: TlsCertificateName { TlsCertificateName(certificate) }

    /// What must be installed with the certificate, its issuer first; empty where only a root is known.
    package var intermediates: [Certificate] {
        issuer.isIntermediateKnown ? Array(search.best?.path.intermediates ?? []) : []
    }

    /// Whether some root on the way is, or was, listed for TLS servers at all.
    var isOfServers: Bool {
        terms.contains { $0.purpose == .serverAuthentication && $0.atStart.outcome != .purposeNotListed }
    }
}

/// What the rules for issuances look at: an issuer, the certificate that would come of it, how an audit judges that.
struct IssuanceFacts: Sendable {
    let offer: Offer
    let issuer: OfferedIssuer
    let certificate: Certificate
    let record: AuditRecord
    /// Nil for a private CA, of which no policy is known.
    let forecast: ClientAuthenticationForecast?
    let terms: [IssuanceRootTerms]
}

/// What one root's terms amount to for one purpose, on the day of issue and on a certificate's last day.
package struct IssuanceRootTerms: Sendable, Hashable {
    /// The root.
    package let root: Certificate
    /// The purpose.
    package let purpose: KeyPurpose
    /// On the first day.
    package let atStart: RootVerdict
    /// On the last day.
    package let atEnd: RootVerdict

    init(_ anchor: TrustAnchor, _ purpose: KeyPurpose, _ offer: Offer) {
        root = anchor.certificate
        self.purpose = purpose
        atStart = anchor.verdict(for: purpose, leafNotBefore: offer.start, at: offer.start)
        atEnd = anchor.verdict(for: purpose, leafNotBefore: offer.start, at: offer.end)
    }

    /// Whether the list trusts it through the certificate's whole life.
    package var lasts: Bool { atStart.isTrusted && atEnd.isTrusted }

    /// The terms in words.
    package var words: String {
        atStart.isTrusted && !atEnd.isTrusted ? "\(atStart.reason), then: \(atEnd.reason)" : atStart.reason
    }
}

/// Who would issue: an authority at hand, or a root under which an authority not known yet would.
package struct OfferedIssuer: Sendable, Hashable {
    /// The issuing certificate, or the root.
    package let certificate: Certificate
    /// Whether the certificate is the one that would issue.
    ///
    /// False where only the root is known: what is said of intermediates then depends on the CA.
    package let isIntermediateKnown: Bool

    /// A root of which only the name or the thumbprint was given.
    package init(root: Certificate) {
        certificate = root
        isIntermediateKnown = false
    }

    private init(issuing certificate: Certificate) {
        self.certificate = certificate
        // Public CAs do not issue from roots: one that is given alone says only where a path will end.
        isIntermediateKnown = !certificate.isSelfIssued
    }

    /// The authorities of a CA's chain that would issue: those that issued none of the others.
    package static func issuing(in chain: [Certificate]) -> [OfferedIssuer] {
        let authorities = chain.filter(\.isAuthority)
        return authorities.filter { authority in
            !authorities.contains { other in
                other.sha256 != authority.sha256 && !other.isSelfIssued && other.issuer == authority.subject
                    && other.authorityKeyIdentifier.map { $0 == authority.subjectKeyIdentifier } ?? true
            }
        }.map { OfferedIssuer(issuing: $0) }
    }
}
