/// Flags certificates whose root is on Microsoft's list, but not for TLS servers.
struct RootNotForServerAuthentication: CertificateRule {
    static let metadata = RuleMetadata(
        id: "root-not-for-server-authentication",
        severity: .error,
        title: "The root is not trusted for server authentication",
        rationale: """
            Microsoft's list names the purposes for which it trusts a root. Many roots are listed for e-mail or code \
            signing alone: a TLS peer refuses a server certificate under them. Which purposes Exchange Online asks for \
            when we are the client is not documented.
            """,
        remedy: "get a certificate that chains to a root which Microsoft trusts for server authentication",
        citations: [
            "Microsoft Trusted Root Program, Program Requirements",
            "Microsoft Trusted Root Program, Deprecation Definitions",
        ],
        certainty: .inferred,
        expectedError: "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        traits: [.meansNotTrusted],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch, let (verdict, root) = subject.refusal,
            verdict.outcome == .purposeNotListed || verdict.outcome == .purposeDisallowed
        else { return [] }
        let message: FindingMessage = "the path ends in \(Evidence.name(root)): \(verdict.reason)"
        var findings = [finding(failed.message(message), roles: [.server])]
        if !subject.isTrustedForClientAuthentication {
            findings.append(
                finding(
                    "the root \(Evidence.name(root)) is not trusted for client authentication either",
                    severity: .warning,
                    roles: [.client]
                )
            )
        }
        return findings
    }
}
