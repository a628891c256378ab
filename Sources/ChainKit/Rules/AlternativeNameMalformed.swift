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

    /// Every malformed name of the certificate.
    func findings(in subject: Subject) -> [Finding] {
        Self.malformed(in: subject.certificate).map { finding($0.text) }
    }

    /// Those that a lenient relying party could match; a name that nobody can match does no harm (RFC 9525, 6.3).
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor else { return [] }
        return Self.malformed(in: certificate).filter { !$0.matchesNothing }.map(\.text)
    }

    private static func malformed(in certificate: Certificate) -> [(text: String, matchesNothing: Bool)] {
        certificate.subjectAlternativeNames.compactMap { name in
            switch name {
            case .dns(let octets):
                PreferredNameSyntax.defect(of: octets).map {
                    ("the dNSName '\(name.text ?? "")' \($0.text)", $0.matchesNothing)
                }
            case .ip(let octets) where IPAddress(octets: octets) == nil:
                ("an iPAddress has \(Evidence.count(octets.count, "octet"))", false)
            case .email, .uri, .ip, .directory, .other: nil
            }
        }
    }
}
