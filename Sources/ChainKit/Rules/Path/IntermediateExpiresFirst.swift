/// Flags certificates that outlive an issuer of theirs.
struct IntermediateExpiresFirst: CertificateRule {
    static let metadata = RuleMetadata(
        id: "intermediate-expires-first",
        severity: .warning,
        title: "An issuer expires before the certificate",
        rationale: """
            A path is good only while every certificate in it is valid. Mail stops on the issuer's last day, weeks \
            before anybody expects it to.
            """,
        remedy: "renew the certificate, or replace the issuer's certificate, before that day",
        citations: ["RFC 5280, 6.1.3 (a)(2)"],
        certainty: .standard,
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let trusted = subject.search.trusted, let end = subject.certificate.notAfter.instant else {
            return []
        }
        var findings: [Finding] = []
        for note in trusted.notes {
            guard case .expiresBeforeTarget(let position) = note,
                let issuerEnd = trusted.path.certificates[position].notAfter.instant
            else { continue }
            let name = Evidence.name(trusted.path.certificates[position])
            findings.append(finding("\(name) expires on \(issuerEnd.date), the certificate on \(end.date)"))
        }
        return findings
    }
}
