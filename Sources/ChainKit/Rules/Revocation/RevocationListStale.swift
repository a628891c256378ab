/// Flags certificates about which only a list that has run out is at hand.
struct RevocationListStale: CertificateRule {
    static let metadata = RuleMetadata(
        id: "revocation-list-stale",
        severity: .note,
        title: "The revocation list has run out",
        rationale: """
            The newest list or response about the certificate or an issuer of its is older than it may be: what was \
            revoked since is not in it.
            """,
        remedy: "fetch the current list from the address in the certificate's cRLDistributionPoints",
        citations: ["RFC 5280, 5.1.2.5", "RFC 5280, 6.3.3 (a)"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for note in subject.search.best?.notes ?? [] {
            guard case .revocationUnknown(let position, let doubt) = note, doubt.isStale else { continue }
            findings.append(finding(Evidence.doubt(doubt, at: position, in: subject)))
        }
        return findings
    }
}
