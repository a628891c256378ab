/// Flags certificates whose path breaks the certificate policies that an authority demands.
struct PolicyNotValid: Rule {
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
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        return failed.best.defects.compactMap { defect in
            switch defect.kind {
            case .policyMissing, .policyMappingInvalid:
                finding(failed.message("\(Evidence.name(failed.certificate(with: defect))): \(defect.words)"))
            default: nil
            }
        }
    }
}
