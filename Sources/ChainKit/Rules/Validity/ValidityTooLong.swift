/// Flags public certificates that are valid for longer than public CAs may issue them.
package struct ValidityTooLong: CertificateRule {
    package static let metadata = RuleMetadata(
        id: "validity-too-long",
        severity: .warning,
        title: "The validity is longer than public CAs may issue",
        rationale: """
            The CAs' own rules bound the lifetime by the day of issue. A certificate beyond it was issued in breach of \
            them, and the CA may have to revoke it at short notice.
            """,
        remedy: "ask the CA for a certificate within the limit",
        citations: [PolicyData.lifetimeSource.title],
        certainty: .standard,
        policy: [PolicyData.lifetimeSource],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard subject.isPublic, let start = subject.certificate.notBefore.instant,
            let end = subject.certificate.notAfter.instant
        else { return [] }
        let days = Self.days(from: start, to: end)
        guard let limit = PolicyData.lifetimeLimit(at: start), days > limit.days else { return [] }
        return [
            finding(
                "valid for \(days) days; certificates issued from \(limit.since.date) on may have \(limit.days)"
            )
        ]
    }

    /// Days of a validity: both ends count (RFC 5280, 4.1.2.5), and a part of a day is a day more (Baseline
    /// Requirements, 6.3.2).
    package static func days(from start: Instant, to end: Instant) -> Int64 {
        (end.seconds - start.seconds + 1 + 86_399) / 86_400
    }
}
