/// What would come of an offer from one issuer.
public struct Issuance: Sendable {
    /// The issuer.
    public let issuer: OfferedIssuer
    /// The certificate that would come of it; its signature and serial number are made up.
    public let certificate: Certificate
    /// Every way to an anchor, the best first.
    public let search: PathSearch
    /// The terms of every root that a way ends in, for servers and for clients, the best way's first.
    public let terms: [IssuanceRootTerms]
    /// Whether clientAuth is to be expected, nil for a private CA.
    public let clientAuthentication: ClientAuthenticationForecast?
    /// What an audit would give it, nil where it would give it none.
    public let score: Score?
    /// The audit's record of the certificate.
    let record: AuditRecord
    /// What was found, gravest first.
    public let findings: [OfferFinding]
    /// What it amounts to, the request's findings included.
    public let verdict: OfferVerdict

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
    public var tlsCertificateName: TlsCertificateName { TlsCertificateName(certificate) }

    /// What must be installed with the certificate, its issuer first; empty where only a root is known.
    public var intermediates: [Certificate] {
        issuer.isIntermediateKnown ? Array(search.best?.path.intermediates ?? []) : []
    }

    /// Whether some root on the way is, or was, listed for TLS servers at all.
    var isOfServers: Bool {
        terms.contains { $0.purpose == .serverAuthentication && $0.atStart.outcome != .purposeNotListed }
    }
}
