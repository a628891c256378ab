/// Flags certificates whose wildcard ends one label short of a name that was asked about.
struct WildcardTooShallow: CertificateRule {
    static let metadata = RuleMetadata(
        id: "wildcard-too-shallow",
        severity: .error,
        title: "A wildcard does not reach deep enough",
        rationale: """
            A wildcard stands for exactly one label: *.contoso.com covers mail.contoso.com, not \
            mail.eu.contoso.com. Exchange and every TLS peer agree on that.
            """,
        remedy: "have the certificate reissued with the whole name, or with a wildcard one level deeper",
        citations: ["Microsoft, Digital certificates and encryption in Exchange Server", "RFC 9525, 6.3"],
        certainty: .documented,
        expectedError: "event 12014; 451 5.7.3 STARTTLS is required to send mail",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for (reference, coverage) in subject.coverage {
            guard case .none(let misses) = coverage else { continue }
            for miss in misses {
                guard case .wildcardTooShallow(let wildcard) = miss else { continue }
                let depth = reference.text.count(of: ".") - wildcard.count(of: ".") + 1
                findings.append(
                    finding(
                        "\(wildcard) stands for one label; \(reference.text) has \(depth) in its place",
                        severity: subject.coversSomeName ? .warning : .error
                    )
                )
            }
        }
        return findings
    }
}

extension String {
    fileprivate func count(of character: Character) -> Int { count { $0 == character } }
}
