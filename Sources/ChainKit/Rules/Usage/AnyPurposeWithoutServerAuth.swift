/// Flags certificates that are for every purpose and do not name TLS servers.
struct AnyPurposeWithoutServerAuth: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "any-purpose-without-server-auth",
        severity: .note,
        title: "The certificate is marked for every purpose and not for TLS servers",
        rationale: """
            To RFC 5280 anyExtendedKeyUsage is as good as no extension. Public CAs must not issue such certificates for \
            TLS servers, and peers that follow the Baseline Requirements ask for serverAuth itself.
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

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .target, !certificate.isAuthority, let purposes = certificate.extendedKeyUsage,
            purposes.contains(.any), !purposes.contains(.serverAuthentication)
        else { return [] }
        return ["extKeyUsage holds anyExtendedKeyUsage and not serverAuth"]
    }
}
