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
        let told = names.prefix(Self.mostTold).map { finding($0.text, severity: Self.severity(of: $0.text)) }
        guard names.count > told.count else { return told }
        let rest = names.dropFirst(Self.mostTold)
        let gravest = rest.map { Self.severity(of: $0.text) }.max()
        return told + [finding("\(rest.count) more names are malformed", severity: gravest)]
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
