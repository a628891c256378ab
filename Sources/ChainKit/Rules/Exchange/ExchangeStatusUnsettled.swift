/// Flags certificates that Exchange could not check to the end.
struct ExchangeStatusUnsettled: InstallationRule {
    static let metadata = RuleMetadata(
        id: "exchange-status-unsettled",
        severity: .warning,
        title: "Exchange could not settle whether the certificate is valid",
        rationale: """
            A status of RevocationCheckFailure, Unknown or Untrusted says that the server reached no revocation list or \
            does not know the root. Microsoft's support names RevocationCheckFailure among the causes of a certificate \
            that cannot be found; whether it alone takes a certificate out of the selection is not documented.
            """,
        remedy: """
            let the server reach the addresses of the certificate's revocation lists and OCSP responders over HTTP, and \
            see that it has the intermediates and the root
            """,
        citations: [
            "Microsoft, CSS-Exchange HealthChecker",
            "L. Bisht (Microsoft), Mailflow issue from Exchange On-Prem to Office 365",
        ],
        certainty: .stated,
        expectedError: """
            454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found
            """,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard !subject.surroundings.installations.isEmpty else { return [] }
        var findings: [Finding] = []
        for status in [CertificateStatus.revocationCheckFailure, .unknown, .untrusted] {
            let installations = subject.surroundings.installations.filter { $0.status == status }
            guard !installations.isEmpty else { continue }
            findings.append(finding("Status is \(status.word) on \(Evidence.servers(installations))"))
        }
        return findings
    }
}
