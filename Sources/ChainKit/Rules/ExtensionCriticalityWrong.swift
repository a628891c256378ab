/// Flags extensions that are critical and must not be, or the reverse.
struct ExtensionCriticalityWrong: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "extension-criticality-wrong",
        severity: .note,
        title: "An extension is critical and must not be, or the reverse",
        rationale: """
            A critical extension binds every peer to understand it. Standards say for which extensions that must be so, \
            because a path cannot be judged without them, and for which it must not be.
            """,
        remedy: "have the certificate reissued with the criticality that the standard demands",
        citations: [
            "RFC 5280, 4.2.1 and 4.2.2",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7.6, 7.1.2.7.12 and 7.1.2.10.4",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    private typealias Identifier = CertificateExtension.Identifier

    // nameConstraints that are not critical are left alone: the Baseline Requirements except them from RFC 5280,
    // 4.2.1.10.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        let extensions = certificate.extensions
        return extensions.indices.compactMap { place in
            let isCritical = extensions[place].isCritical
            guard let rule = Self.mustBeCritical(extensions[place].identifier, in: certificate),
                rule.must != isCritical
            else { return nil }
            return
                "\(rule.name) \(isCritical ? "is critical and must not be" : "must be critical and is not")"
        }
    }

    /// What is demanded of an extension, nil where either is allowed.
    private static func mustBeCritical(
        _ identifier: ObjectIdentifier,
        in certificate: Certificate
    ) -> (name: String, must: Bool)? {
        switch identifier {
        case Identifier.subjectAltName:
            // Section 4.2.1.6: critical where it stands for the subject. The Baseline Requirements: only there.
            ("subjectAltName", certificate.subject.isEmpty)
        case Identifier.basicConstraints where certificate.isAuthority: ("basicConstraints", true)
        case Identifier.extKeyUsage
        where !certificate.isAuthority
            && certificate.extendedKeyUsage?.contains(.serverAuthentication) == true:
            ("extKeyUsage", false)
        case Identifier.policyConstraints: ("policyConstraints", true)
        case Identifier.inhibitAnyPolicy: ("inhibitAnyPolicy", true)
        case Identifier.authorityKeyIdentifier: ("authorityKeyIdentifier", false)
        case Identifier.subjectKeyIdentifier: ("subjectKeyIdentifier", false)
        case Identifier.authorityInfoAccess: ("authorityInfoAccess", false)
        case Identifier.subjectInfoAccess: ("subjectInfoAccess", false)
        case Identifier.freshestCRL: ("freshestCRL", false)
        case Identifier.subjectDirectoryAttributes: ("subjectDirectoryAttributes", false)
        default: nil
        }
    }
}
