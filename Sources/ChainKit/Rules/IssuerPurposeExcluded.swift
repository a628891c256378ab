/// Flags certificates below an issuer that is not for TLS servers.
struct IssuerPurposeExcluded: Rule {
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
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        return failed.best.defects.compactMap { defect in
            guard defect.position > 0, case .purposeExcluded(let purpose) = defect.kind else { return nil }
            let issuer = failed.certificate(with: defect)
            let held = Evidence.list((issuer.extendedKeyUsage ?? []).map(\.name))
            let message =
                "the extendedKeyUsage of \(Evidence.name(issuer)) lacks \(purpose.name): it holds \(held)"
            return finding(failed.message(message), roles: [.server])
        }
    }
}
