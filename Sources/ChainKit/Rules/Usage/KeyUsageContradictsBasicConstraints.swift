/// Flags certificates whose keyUsage and basicConstraints disagree about authority.
struct KeyUsageContradictsBasicConstraints: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "key-usage-contradicts-basic-constraints",
        severity: .note,
        title: "keyUsage and basicConstraints contradict each other",
        rationale: """
            Whoever may sign certificates has cA in basicConstraints and keyCertSign in keyUsage; whoever may not has \
            neither. Where the two disagree, peers differ in which they believe.
            """,
        remedy: "have the certificate reissued with basicConstraints and keyUsage that agree",
        citations: [
            "RFC 5280, 4.2.1.3 and 4.2.1.9",
            "CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7.8 and 7.1.2.10.7",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard let usage = certificate.keyUsage else { return [] }
        switch (certificate.isAuthority, usage.contains(.keyCertSign)) {
        case (true, false): return ["basicConstraints has cA and keyUsage lacks keyCertSign"]
        case (false, true): return ["keyUsage has keyCertSign and basicConstraints does not have cA"]
        case (true, true), (false, false): return []
        }
    }
}
