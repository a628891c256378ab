/// Flags certificates that their issuer took back.
struct CertificateRevoked: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-revoked",
        severity: .error,
        title: "The certificate was revoked",
        rationale: """
            Its own issuer took the certificate back, by a signed list or response that lies here. Whoever checks \
            revocation refuses it, and the reason may be that somebody else has the key.
            """,
        remedy: "get a new certificate, with a new key where the reason is keyCompromise",
        citations: ["RFC 5280, 6.3.3", "RFC 6960, 2.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        // On every path alike, and certain even where the search for paths was cut short.
        for defect in subject.search.best?.defects ?? [] where defect.position == 0 {
            if case .revoked(let reason, let since) = defect.kind {
                return [finding(Evidence.revocation(of: subject.certificate, reason: reason, since: since))]
            }
        }
        return []
    }
}
