/// Flags authorityKeyIdentifiers that hold something other than the one key identifier.
struct AuthorityKeyIdentifierOutOfProfile: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "authority-key-identifier-out-of-profile",
        severity: .note,
        title: "The authorityKeyIdentifier is not the key identifier alone",
        rationale: """
            The extension must give the issuer's key by its identifier. Issuer and serial number beside it tie the \
            certificate to one certificate of the issuer, so that a renewed or cross-signed one does not fit; a root must \
            name its own key there.
            """,
        remedy:
            "have the certificate reissued with the key identifier and nothing else in authorityKeyIdentifier",
        citations: [
            "RFC 5280, 4.2.1.1",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.1.3 and 7.1.2.11.1",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard let identifier = certificate.authorityKeyIdentifierFields else { return [] }
        var violations: [String] = []
        if identifier.keyIdentifier == nil {
            violations.append("authorityKeyIdentifier lacks the key identifier")
        }
        if identifier.hasIssuer { violations.append("authorityKeyIdentifier names the issuer") }
        if identifier.hasSerialNumber {
            violations.append("authorityKeyIdentifier holds the issuer's serial number")
        }
        // A self-issued certificate below an anchor is signed with another key of its authority's (key rollover).
        if place == .anchor, certificate.isSelfIssued, let key = identifier.keyIdentifier,
            let own = certificate.subjectKeyIdentifier, key != own
        {
            violations.append("the root's authorityKeyIdentifier is not its subjectKeyIdentifier")
        }
        return violations
    }
}
