/// Flags certification authorities whose certificate does not name their key.
struct SubjectKeyIdentifierMissing: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "subject-key-identifier-missing",
        severity: .note,
        title: "An authority has no subjectKeyIdentifier",
        rationale: """
            What an authority signs points to its key by the identifier in this extension. Without it, peers must find \
            the issuer by its name alone.
            """,
        remedy: "use an intermediate of the CA that has a subjectKeyIdentifier",
        citations: [
            "RFC 5280, 4.2.1.2",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.1.2 and 7.1.2.6",
        ],
        certainty: .standard,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard certificate.isAuthority,
            certificate.firstExtension(CertificateExtension.Identifier.subjectKeyIdentifier) == nil
        else { return [] }
        return ["there is no subjectKeyIdentifier"]
    }
}
