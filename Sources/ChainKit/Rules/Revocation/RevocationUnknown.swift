/// Flags certificates of whose path the lists and responses at hand do not tell everything.
struct RevocationUnknown: CertificateRule {
    static let metadata = RuleMetadata(
        id: "revocation-unknown",
        severity: .note,
        title: "Whether a certificate was revoked is not known",
        rationale: """
            Revocation lists or responses were given, and none of them settles it for this certificate or an issuer \
            of its. Servers that fetch lists for themselves may know more.
            """,
        remedy:
            "put the current list of the named certificate's issuer into the folder, or give it with --crls",
        citations: ["RFC 5280, 6.3.3"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for note in subject.search.best?.notes ?? [] {
            guard case .revocationUnknown(let position, let doubt) = note, !doubt.isStale,
                !doubt.isUnknownToResponder
            else { continue }
            findings.append(finding(Evidence.doubt(doubt, at: position, in: subject)))
        }
        return findings
    }
}
