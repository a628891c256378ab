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
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Everything that should not stand there.
    func findings(in subject: Subject) -> [Finding] {
        guard let identifier = subject.certificate.authorityKeyIdentifierFields else { return [] }
        var findings: [Finding] = []
        for violation in Self.missing(identifier) + Self.superfluous(identifier) {
            findings.append(finding(FindingMessage(violation)))
        }
        return findings
    }

    /// Issuer and serial number reject in a root only: RFC 5280 allows them, and sound intermediates from before the
    /// Baseline Requirements forbade them are in use.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard let identifier = certificate.authorityKeyIdentifierFields else { return [] }
        var violations = Self.missing(identifier)
        guard place == .anchor, certificate.isSelfIssued else { return violations }
        violations += Self.superfluous(identifier)
        if let key = identifier.keyIdentifier, let own = certificate.subjectKeyIdentifier, key != own {
            violations.append("the root's authorityKeyIdentifier is not its subjectKeyIdentifier")
        }
        return violations
    }

    private static func missing(_ identifier: Certificate.AuthorityKeyIdentifierFields) -> [String] {
        identifier.keyIdentifier == nil ? ["authorityKeyIdentifier lacks the key identifier"] : []
    }

    private static func superfluous(_ identifier: Certificate.AuthorityKeyIdentifierFields) -> [String] {
        var violations: [String] = []
        if identifier.hasIssuer { violations.append("authorityKeyIdentifier names the issuer") }
        if identifier.hasSerialNumber {
            violations.append("authorityKeyIdentifier holds the issuer's serial number")
        }
        return violations
    }
}
