/// Flags certificates that were issued after Microsoft's date for their root.
struct RootNotBeforePassed: CertificateRule {
    static let metadata = RuleMetadata(
        id: "root-not-before-passed",
        severity: .error,
        title: "The certificate was issued after Microsoft's date for its root",
        rationale: """
            Microsoft's list can give a root a NotBefore date: what was issued before it stays trusted, what is issued \
            later is not. The root is still on the list, so a check of mere membership overlooks it. That Exchange \
            Online goes by the date is inferred from what the list means to Windows.
            """,
        remedy:
            "get a certificate that chains to another root; ask the CA which of its roots Microsoft trusts",
        citations: [
            "Microsoft Trusted Root Program, Deprecation Definitions",
            "Microsoft Trusted Root Program, deployment notices",
        ],
        certainty: .inferred,
        expectedError: "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        traits: [.meansNotTrusted],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch, let (verdict, root) = subject.refusal,
            verdict.outcome == .notBefore
        else { return [] }
        let message: FindingMessage = "the path ends in \(Evidence.name(root)): \(verdict.reason)"
        return [finding(failed.message(message), roles: subject.rolesOfRefusal)]
    }
}
