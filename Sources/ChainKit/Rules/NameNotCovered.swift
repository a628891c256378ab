/// Flags certificates that do not cover a name that was asked about.
struct NameNotCovered: Rule {
    static let metadata = RuleMetadata(
        id: "name-not-covered",
        severity: .error,
        title: "The certificate does not cover the name",
        rationale: """
            Exchange looks for a certificate that contains the connector's name, and a peer that validates the domain \
            compares the name with the subjectAltName. Without a match STARTTLS is not offered, another certificate is \
            used in this one's place, or the peer refuses it. Where several names were asked about, a certificate that \
            covers some of them serves those and carries a warning for the others.
            """,
        remedy:
            "have the certificate reissued with the name in its subjectAltName, or bind one that covers it",
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)", "RFC 9525, 6",
            "Exchange Team, TLS Certificates in Exchange Hybrid (2025-06-04)",
        ],
        certainty: .documented,
        expectedError:
            "event 12014; 451 5.7.3 STARTTLS is required to send mail; 450 4.4.317 [Message=SubjectMismatch]",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        subject.coverage.compactMap { reference, coverage in
            guard case .none(let misses) = coverage else { return nil }
            let evidence =
                misses.isEmpty
                ? Self.names(of: subject.certificate) : misses.map(\.text).joined(separator: "; ")
            return finding(
                "\(reference.text) is not covered: \(evidence)",
                severity: subject.coversSomeName ? .warning : .error
            )
        }
    }

    private static func names(of certificate: Certificate) -> String {
        let names = certificate.subjectAlternativeNames.filter { name in
            switch name {
            case .dns: true
            case .ip(let octets): IPAddress(octets: octets) != nil
            case .email, .uri, .directory, .other: false
            }
        }
        guard !names.isEmpty else { return "the subjectAltName holds no host name" }
        return "the certificate names \(Evidence.list(names.lazy.map(text)))"
    }

    private static func text(_ name: GeneralName) -> String {
        if case .ip(let octets) = name { return IPAddress(octets: octets)?.text ?? "" }
        return name.text ?? ""
    }
}

extension Subject {
    /// Whether at least one of the names asked about is covered.
    var coversSomeName: Bool { coverage.contains { $0.coverage.isCovered } }
}
