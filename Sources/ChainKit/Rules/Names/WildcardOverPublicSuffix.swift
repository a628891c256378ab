/// Flags wildcards that stand for every domain under a public suffix.
struct WildcardOverPublicSuffix: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "wildcard-over-public-suffix",
        severity: .note,
        title: "A wildcard covers a public suffix",
        rationale: """
            Under a public suffix, such as co.uk, anybody can register a domain. A wildcard there would stand for all of \
            them, which no CA can vouch for; browsers do not match it.
            """,
        remedy: "have the certificate reissued with names of domains that are yours",
        citations: [
            "CA/Browser Forum, TLS Baseline Requirements, 3.2.2.6",
            "publicsuffix.org, the ICANN section",
        ],
        certainty: .standard,
        traits: [.toldOfRequests],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .target else { return [] }
        return certificate.subjectAlternativeNames.compactMap { name in
            // Only a wildcard can stand for a suffix, and few names are one.
            guard case .dns(let octets) = name, octets.first == UInt8(ascii: "*") else { return nil }
            let presented = PresentedIdentifier(dns: octets)
            let suffix = OctetCase.lowered(presented.host)
            guard presented.pattern == .wildcard, PublicSuffixes.contains(suffix[...]) else { return nil }
            return "\(presented.text) covers the public suffix \(String(decoding: suffix, as: UTF8.self))"
        }
    }
}
