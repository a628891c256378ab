/// Flags roots that limit their own key's purposes.
struct ExtendedKeyUsageInRoot: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "extended-key-usage-in-root",
        severity: .note,
        title: "A root holds extKeyUsage",
        rationale: """
            What a root is trusted for is decided by those who trust it. A root certificate must not hold the extension: \
            some peers apply it to the whole path and others pass over it.
            """,
        remedy: "trust another certificate of the same authority",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.1.2"
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .anchor, certificate.isSelfIssued, certificate.extendedKeyUsage != nil else {
            return []
        }
        return ["the root holds extKeyUsage"]
    }
}
