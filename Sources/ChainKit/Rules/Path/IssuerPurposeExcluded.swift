/// Flags certificates below an issuer that is not for TLS servers.
struct IssuerPurposeExcluded: CertificateRule {
    static let metadata = RuleMetadata(
        id: "issuer-purpose-excluded",
        severity: .error,
        title: "An issuer in the path is not for TLS servers",
        rationale: """
            Windows applies the extendedKeyUsage of an intermediate to all that is below it, and so do browsers: an \
            intermediate without serverAuth cannot issue for TLS servers.
            """,
        remedy: "get a certificate from an authority of the CA that issues for TLS servers",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.10.6",
            "Microsoft Trusted Root Program, Program Requirements",
        ],
        certainty: .inferred,
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            guard defect.position > 0, case .purposeExcluded(let purpose) = defect.kind else { continue }
            let issuer = failed.certificate(with: defect)
            let held = Evidence.list((issuer.extendedKeyUsage ?? []).map(\.name))
            let message: FindingMessage =
                "the extendedKeyUsage of \(Evidence.name(issuer)) lacks \(purpose.name): it holds \(held)"
            findings.append(finding(failed.message(message), roles: [.server]))
        }
        return findings
    }
}
