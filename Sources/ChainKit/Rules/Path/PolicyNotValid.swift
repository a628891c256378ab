/// Flags certificates whose path breaks the certificate policies that an authority demands.
struct PolicyNotValid: CertificateRule {
    static let metadata = RuleMetadata(
        id: "policy-not-valid",
        severity: .error,
        title: "The path breaks the certificate policies that an authority demands",
        rationale: """
            An authority can demand that every certificate below it carries a policy that runs through the whole path, \
            and forbid that policies are mapped. Peers that process policies refuse a path that breaks this.
            """,
        remedy: "have the certificate reissued under a policy of its authorities, or get one from another CA",
        citations: ["RFC 5280, 6.1.2 to 6.1.5", "RFC 9618"],
        certainty: .standard,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            switch defect.kind {
            case .policyMissing, .policyMappingInvalid:
                let name = Evidence.name(failed.certificate(with: defect))
                findings.append(finding(failed.message("\(name): \(defect.words)")))
            default: continue
            }
        }
        return findings
    }
}
