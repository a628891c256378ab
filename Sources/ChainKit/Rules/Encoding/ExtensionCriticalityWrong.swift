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
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    private typealias Identifier = CertificateExtension.Identifier

    // nameConstraints that are not critical are left alone: the Baseline Requirements except them from RFC 5280,
    // 4.2.1.10.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        var violations: [String] = []
        let extensions = certificate.extensions
        for place in extensions.indices {
            let identifier = extensions[place].identifier
            if extensions[place].isCritical {
                guard let name = Self.mustNotBeCritical(identifier, in: certificate) else { continue }
                violations.append("\(name) is critical and must not be")
            } else {
                guard let name = Self.mustBeCritical(identifier, in: certificate) else { continue }
                violations.append("\(name) must be critical and is not")
            }
        }
        return violations
    }

    /// The name of an extension that must be critical, nil for any other.
    private static func mustBeCritical(_ identifier: ObjectIdentifier, in certificate: Certificate) -> String?
    {
        switch identifier {
        // Section 4.2.1.6: critical where it stands for the subject. The Baseline Requirements: only there.
        case Identifier.subjectAltName: certificate.subject.isEmpty ? "subjectAltName" : nil
        case Identifier.basicConstraints: certificate.isAuthority ? "basicConstraints" : nil
        case Identifier.policyConstraints: "policyConstraints"
        case Identifier.inhibitAnyPolicy: "inhibitAnyPolicy"
        default: nil
        }
    }

    /// The name of an extension that must not be critical, nil for any other.
    private static func mustNotBeCritical(
        _ identifier: ObjectIdentifier,
        in certificate: Certificate
    ) -> String? {
        switch identifier {
        case Identifier.keyUsage, Identifier.basicConstraints: nil
        case Identifier.subjectAltName: certificate.subject.isEmpty ? nil : "subjectAltName"
        case Identifier.extKeyUsage:
            !certificate.isAuthority && certificate.extendedKeyUsage?.contains(.serverAuthentication) == true
                ? "extKeyUsage" : nil
        case Identifier.authorityKeyIdentifier: "authorityKeyIdentifier"
        case Identifier.subjectKeyIdentifier: "subjectKeyIdentifier"
        case Identifier.authorityInfoAccess: "authorityInfoAccess"
        case Identifier.subjectInfoAccess: "subjectInfoAccess"
        case Identifier.freshestCRL: "freshestCRL"
        case Identifier.subjectDirectoryAttributes: "subjectDirectoryAttributes"
        default: nil
        }
    }
}
