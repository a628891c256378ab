/// Flags server certificates that are marked for every other purpose too.
struct AnyPurposeBesideServerAuth: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "any-purpose-beside-server-auth",
        severity: .note,
        title: "The certificate is marked for TLS servers and for every purpose",
        rationale: """
            anyExtendedKeyUsage beside serverAuth takes away what the latter says. Public CAs must not issue such \
            certificates for TLS servers.
            """,
        remedy: "have the certificate reissued with serverAuth, and clientAuth where it is needed, alone",
        citations: [
            "RFC 5280, 4.2.1.12",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7.10",
        ],
        certainty: .standard,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    // Without serverAuth it is any-purpose-without-server-auth.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .target, !certificate.isAuthority, let purposes = certificate.extendedKeyUsage,
            purposes.contains(.any), purposes.contains(.serverAuthentication)
        else { return [] }
        return ["extKeyUsage holds anyExtendedKeyUsage beside serverAuth"]
    }
}
