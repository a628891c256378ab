/// Flags certificates whose validity has not begun.
struct CertificateNotYetValid: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-not-yet-valid",
        severity: .error,
        title: "The certificate is not yet valid",
        rationale: """
            A peer that validates the certificate refuses it until its first day. Exchange prefers the certificate with \
            the newest Valid from date, so one that is installed too early may displace one that works.
            """,
        remedy: "wait until the certificate is valid before importing it, and check the server's clock",
        citations: [
            "RFC 5280, 4.1.2.5", "Microsoft, Email NDRs and SMTP errors in Exchange Online",
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
        ],
        certainty: .documented,
        expectedError: "5.7.323 tlsa-invalid where DANE is in use",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let start = subject.certificate.notBefore.instant, subject.time < start else { return [] }
        let days = subject.time.days(until: start)
        let wait = days == 0 ? "in less than a day" : "in \(Evidence.count(days, "day"))"
        return [finding("valid from \(start.date) on, \(wait)")]
    }
}
