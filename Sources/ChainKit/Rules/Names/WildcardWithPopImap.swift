/// Flags wildcard certificates that POP or IMAP was assigned to by Enable-ExchangeCertificate.
struct WildcardWithPopImap: InstallationRule {
    static let metadata = RuleMetadata(
        id: "wildcard-with-pop-imap",
        severity: .warning,
        title: "POP or IMAP is assigned to a wildcard certificate",
        rationale: """
            Wildcard certificates are fine for SMTP and IIS. For POP and IMAP Microsoft says not to assign them with \
            Enable-ExchangeCertificate, but to name the host in the services' own settings.
            """,
        remedy:
            "run Set-PopSettings or Set-ImapSettings with -X509CertificateName and the host name that clients use",
        citations: ["Microsoft, Enable-ExchangeCertificate"],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let assigned = subject.surroundings.installations.filter {
            $0.services.map { $0.contains(.pop) || $0.contains(.imap) } ?? false
        }
        guard !assigned.isEmpty, let wildcard = Self.wildcard(in: subject.certificate) else { return [] }
        return [
            finding("\(wildcard) has POP or IMAP among its services on \(Evidence.servers(assigned))")
        ]
    }

    private static func wildcard(in certificate: Certificate) -> String? {
        let names = certificate.subjectAlternativeNames.compactMap { name in
            if case .dns = name { name.printed } else { nil as String? }
        }
        return (names + certificate.subject.values(of: AttributeType.commonName)).first { $0.hasPrefix("*.") }
    }
}
