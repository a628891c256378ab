/// Flags certificates whose validity has ended.
struct CertificateExpired: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-expired",
        severity: .error,
        title: "The certificate has expired",
        rationale: """
            A peer that validates the certificate refuses it. Exchange goes on offering it: the selection looks at the \
            expiry only after it has chosen, logs event 12016 and still presents the expired certificate.
            """,
        remedy: "renew the certificate, bind the new one to SMTP and set TlsCertificateName again",
        citations: [
            "RFC 5280, 4.1.2.5",
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
        ],
        certainty: .documented,
        expectedError: "event 12016; 4.7.322 certificate-expired where DANE is in use",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let end = subject.certificate.notAfter.instant, subject.time > end else { return [] }
        let days = end.days(until: subject.time)
        let ago = days == 0 ? "less than a day ago" : "\(Evidence.count(days, "day")) ago"
        return [finding("expired on \(end.date), \(ago)")]
    }
}
