/// Flags certificates that do not say which of their issuer's keys signed them.
struct AuthorityKeyIdentifierMissing: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "authority-key-identifier-missing",
        severity: .note,
        title: "There is no authorityKeyIdentifier",
        rationale: """
            Every certificate but a self-signed one must name the key that signed it. Without the name, a peer that holds \
            several certificates of the issuer must try one after the other, and some do not try.
            """,
        remedy: "have the certificate reissued with an authorityKeyIdentifier",
        citations: [
            "RFC 5280, 4.2.1.1",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7.6 and 7.1.2.11.1",
        ],
        certainty: .standard,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Nothing is looked for above an anchor, so it need not say who certified it.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor, certificate.version == 3, !certificate.isSelfIssued,
            certificate.authorityKeyIdentifierFields == nil,
            certificate.firstExtension(CertificateExtension.Identifier.authorityKeyIdentifier) == nil
        else { return [] }
        return ["there is no authorityKeyIdentifier"]
    }
}
