import Octets

/// Flags certificates that do not cover a name that was asked about.
struct NameNotCovered: CertificateRule {
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
        traits: [.meansNameNotCovered, .toldOfRequests],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for (reference, coverage) in subject.coverage {
            guard case .none(let misses) = coverage else { continue }
            // The longest of all messages, on most certificates of an audit: so it is written and not interpolated.
            var message = OctetText(expecting: 512)
            message.append(reference.text)
            message.append(" is not covered: " as StaticString)
            if misses.isEmpty {
                Self.appendNames(of: subject.certificate, to: &message)
            } else {
                message.append(misses.map(\.text).joined(separator: "; "))
            }
            findings.append(
                finding(
                    FindingMessage(message.string),
                    severity: subject.coversSomeName ? .warning : .error
                )
            )
        }
        return findings
    }

    /// Appends the first few of a certificate's hosts.
    private static func appendNames(of certificate: Certificate, to message: inout OctetText) {
        var count = 0
        let names = certificate.subjectAlternativeNames
        // By place: to take each name out of the list would count its references up and down.
        for place in names.indices where isHost(names[place]) {
            count += 1
            guard count <= Evidence.mostListed else { continue }
            message.append(count == 1 ? "the certificate names " : ", " as StaticString)
            switch names[place] {
            case .dns(let octets): message.append(octets)
            default: message.append(names[place].printed)
            }
        }
        if count == 0 { message.append("the subjectAltName holds no host name" as StaticString) }
        if count > Evidence.mostListed { message.append(" and \(count - Evidence.mostListed) more") }
    }

    private static func isHost(_ name: GeneralName) -> Bool {
        switch name {
        case .dns: true
        case .ip(let octets): IPAddress(octets: octets) != nil
        case .email, .uri, .directory, .other: false
        }
    }
}

extension Subject {
    /// Whether at least one of the names asked about is covered.
    var coversSomeName: Bool { coverage.contains { $0.coverage.isCovered } }
}
