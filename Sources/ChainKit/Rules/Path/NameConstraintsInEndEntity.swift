/// Flags nameConstraints in certificates that issue nothing.
struct NameConstraintsInEndEntity: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "name-constraints-in-end-entity",
        severity: .note,
        title: "A certificate that is no authority's holds nameConstraints",
        rationale: """
            The extension limits which names an authority may certify and must stand in authorities' certificates only. \
            Some peers reject it anywhere else.
            """,
        remedy: "have the certificate reissued without nameConstraints",
        citations: [
            "RFC 5280, 4.2.1.10"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard !certificate.isAuthority,
            certificate.firstExtension(CertificateExtension.Identifier.nameConstraints) != nil
        else { return [] }
        return ["nameConstraints stands in a certificate that is no certification authority's"]
    }
}
