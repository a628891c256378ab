/// Flags certificates whose every path leads through a revoked authority.
struct IssuerRevoked: CertificateRule {
    static let metadata = RuleMetadata(
        id: "issuer-revoked",
        severity: .error,
        title: "An issuer in the path was revoked",
        rationale: """
            Every path to a root that is trusted otherwise leads through an authority whose certificate was taken \
            back by a signed list or response that lies here. Nothing that it issued is trusted any more.
            """,
        remedy: "get a certificate from another CA, or the intermediate that the CA issued in its place",
        citations: ["RFC 5280, 6.3.3", "RFC 6960, 2.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            guard defect.position > 0, case .revoked(let reason, let since) = defect.kind else { continue }
            let certificate = failed.certificate(with: defect)
            findings.append(
                finding(
                    failed.message(Evidence.revocation(of: certificate, reason: reason, since: since))
                )
            )
        }
        return findings
    }
}
