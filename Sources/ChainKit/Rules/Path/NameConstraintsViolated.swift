/// Flags certificates with a name that an authority above them may not certify.
struct NameConstraintsViolated: CertificateRule {
    static let metadata = RuleMetadata(
        id: "name-constraints-violated",
        severity: .error,
        title: "A name lies outside what an authority may certify",
        rationale: """
            An authority can be bound to some names. Peers refuse a certificate under it that holds any other, even \
            if the name they look for is allowed.
            """,
        remedy: "have the certificate reissued without the name, or by an authority that may certify it",
        citations: ["RFC 5280, 4.2.1.10 and 6.1.3 (b) and (c)"],
        certainty: .standard,
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects {
            var certificate: String { Evidence.name(failed.certificate(with: defect)) }
            let message: FindingMessage
            switch defect.kind {
            case .nameNotPermitted(let name):
                message = "\(name) in \(certificate) lies outside the names that an authority above permits"
            case .nameExcluded(let name):
                message = "\(name) in \(certificate) lies among the names that an authority above excludes"
            case .nameConstraintsNotUnderstood:
                message = "a name in \(certificate) cannot be compared with the name constraints above it"
            case .furtherNamesRefused(let count):
                message = "\(count) more names in \(certificate) are refused in the same way"
            default: continue
            }
            findings.append(finding(failed.message(message)))
        }
        return findings
    }
}
