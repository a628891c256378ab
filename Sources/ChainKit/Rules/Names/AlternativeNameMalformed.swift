import Octets

/// Flags subjectAltNames that cannot be a name of their kind.
struct AlternativeNameMalformed: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "alternative-name-malformed",
        severity: .note,
        title: "A subjectAltName is not well formed",
        rationale: """
            A dNSName must be a host name: labels of letters, digits and hyphens, no empty label, a wildcard only as the \
            whole first label, nothing that reads as an address; an iPAddress must have 4 or 16 octets. No client asks \
            for anything else, and some reject the whole certificate for it.
            """,
        remedy: "have the certificate reissued without the malformed name",
        citations: [
            "RFC 5280, 4.2.1.6",
            "RFC 1034, 3.5",
            "RFC 1123, 2.1",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.4.2",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// The first few malformed names of the certificate, and how many more there are.
    ///
    /// A note for what stands in names that work; a warning for a name that a careless peer reads as another: with a
    /// NUL, control characters or letters outside ASCII.
    func findings(in subject: Subject) -> [Finding] {
        let names = Self.malformed(in: subject.certificate)
        var findings: [Finding] = []
        for name in names.prefix(Self.mostTold) {
            findings.append(finding(FindingMessage(name.text), severity: Self.severity(of: name.text)))
        }
        let rest = names.dropFirst(Self.mostTold)
        guard let gravest = rest.map({ Self.severity(of: $0.text) }).max() else { return findings }
        findings.append(finding("\(rest.count) more names are malformed", severity: gravest))
        return findings
    }

    private static let mostTold = 5

    private static func severity(of text: String) -> Severity {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } ? .note : .warning
    }

    /// Those that a lenient relying party could match; a name that nobody can match does no harm (RFC 9525, 6.3).
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor else { return [] }
        return Self.malformed(in: certificate).filter { !$0.matchesNothing }.map(\.text)
    }

    private static func malformed(in certificate: Certificate) -> [(text: String, matchesNothing: Bool)] {
        var found: [(text: String, matchesNothing: Bool)] = []
        let names = certificate.subjectAlternativeNames
        // By place: to take each name out of the list would count its references up and down.
        for place in names.indices {
            switch names[place] {
            case .dns(let octets):
                guard let defect = PreferredNameSyntax.defect(of: octets) else { continue }
                let text = "the dNSName '\((names[place].text ?? "").shortened)' \(defect.text)"
                found.append((text, defect.matchesNothing))
            case .ip(let octets) where IPAddress(octets: octets) == nil:
                found.append(("an iPAddress has \(Evidence.count(octets.count, "octet"))", false))
            case .email, .uri, .ip, .directory, .other: break
            }
        }
        return found
    }
}
