/// Flags certificates that are valid and should be renewed.
struct CertificateExpiring: CertificateRule {
    static let metadata = RuleMetadata(
        id: "certificate-expiring",
        severity: .warning,
        title: "The certificate expires soon",
        rationale: """
            Less than a third of the lifetime is left, or less than 14 days. A fixed number of days would be always \
            alarming for certificates of 47 days and never in time for others. Exchange warns by event 12018 shortly \
            before the end. A renewal may change the issuer, and with it the TlsCertificateName.
            """,
        remedy: "renew the certificate, compare the new issuer and subject, and set TlsCertificateName again",
        citations: [
            "Microsoft, MSExchangeTransport event 12018",
            "CA/Browser Forum, TLS Baseline Requirements, 6.3.2",
        ],
        certainty: .inferred,
        expectedError: "event 12018",
        traits: [.needsFilesOrServers],
        since: "0.1.0"
    )

    /// However short the lifetime: the time that ordering and installing takes people.
    private static let leastDays = 14

    func findings(in subject: Subject) -> [Finding] {
        guard let start = subject.certificate.notBefore.instant,
            let end = subject.certificate.notAfter.instant,
            start <= subject.time, subject.time <= end
        else { return [] }
        let remaining = end.seconds - subject.time.seconds
        let threshold = max(Int64(Self.leastDays) * 86_400, (end.seconds - start.seconds) / 3)
        guard remaining < threshold else { return [] }
        let days = subject.time.days(until: end)
        let left: FindingMessage = days == 0 ? "in less than a day" : "in \(Evidence.count(days, "day"))"
        return [
            finding("expires on \(end.date), \(left); its lifetime is \(start.days(until: end)) days")
        ]
    }
}
