/// Notes certificates that a server has and does not use for SMTP.
struct SmtpNotAssigned: InstallationRule {
    static let metadata = RuleMetadata(
        id: "smtp-not-assigned",
        severity: .note,
        title: "SMTP is not assigned to the certificate on a server",
        rationale: """
            Among certificates that contain a connector's name Exchange considers those that SMTP is assigned to. One \
            that a TlsCertificateName points to is chosen without it, and TLS then fails.
            """,
        remedy: """
            where the certificate is meant for mail, run Enable-ExchangeCertificate with -Services SMTP on these servers \
            and answer No when asked to overwrite the default SMTP certificate
            """,
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
            "Exchange Team, TLS Certificates in Exchange Hybrid (2025-06-04)",
        ],
        certainty: .documented,
        expectedError: "event 12014, where no other certificate contains the name",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let without = subject.surroundings.installations.filter {
            $0.services.map { !$0.contains(.smtp) } ?? false
        }
        guard !without.isEmpty else { return [] }
        return [finding("SMTP is not among its services on \(Evidence.servers(without))")]
    }
}
