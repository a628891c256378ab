/// Flags trust anchors whose certificate is not a certification authority's.
struct AnchorNotAuthority: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "anchor-not-authority",
        severity: .note,
        title: "The trust anchor's certificate is not an authority's",
        rationale: """
            RFC 5280 takes a name and a key from a trust anchor and asks no more of it. On the web a root must be a \
            certification authority by its own basicConstraints, so that a server's certificate that somebody trusts for \
            itself issues nothing.
            """,
        remedy: "trust a certification authority's certificate in its place",
        citations: [
            "RFC 5280, 4.2.1.9 and 6.1.1 (d)",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.1.2",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .anchor, !certificate.isAuthority else { return [] }
        return [
            certificate.basicConstraints == nil
                ? "the anchor has no basicConstraints" : "the anchor's basicConstraints do not have cA"
        ]
    }
}
