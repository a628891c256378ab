/// Flags certificates that Exchange itself reports as no good.
struct ExchangeStatusInvalid: InstallationRule {
    static let metadata = RuleMetadata(
        id: "exchange-status-invalid",
        severity: .error,
        title: "Exchange reports the certificate as invalid",
        rationale: """
            Get-ExchangeCertificate gives a status of Revoked, DateInvalid or Invalid for what the server found when it \
            checked the certificate. Microsoft's support names such a status among the causes of a certificate that \
            cannot be found. The status is as old as the export.
            """,
        remedy: "replace the certificate, or export anew if it was replaced meanwhile",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker",
            "L. Bisht (Microsoft), Mailflow issue from Exchange On-Prem to Office 365",
        ],
        certainty: .stated,
        expectedError: """
            event 12014; 454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found
            """,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard !subject.surroundings.installations.isEmpty else { return [] }
        var findings: [Finding] = []
        for status in [CertificateStatus.revoked, .dateInvalid, .invalid] {
            let installations = subject.surroundings.installations.filter { $0.status == status }
            guard !installations.isEmpty else { continue }
            findings.append(finding("Status is \(status.word) on \(Evidence.servers(installations))"))
        }
        return findings
    }
}
