/// Flags certificates whose root Microsoft has disabled.
struct RootDisabled: CertificateRule {
    static let metadata = RuleMetadata(
        id: "root-disabled",
        severity: .error,
        title: "Microsoft has disabled the root",
        rationale: """
            From the date of disabling on nothing that chains to the root is trusted, whenever it was issued. The root \
            is still on the list, so a check of mere membership overlooks it.
            """,
        remedy: "get a certificate that chains to another root; a renewal under this one will not help",
        citations: [
            "Microsoft Trusted Root Program, Deprecation Definitions",
            "Microsoft Trusted Root Program, deployment notices",
        ],
        certainty: .documented,
        expectedError: "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        traits: [.meansNotTrusted],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch, let (verdict, root) = subject.refusal,
            verdict.outcome == .disabled
        else { return [] }
        return [finding(failed.message("the path ends in \(Evidence.name(root)): \(verdict.reason)"))]
    }
}
