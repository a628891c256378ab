/// Flags certificates whose key is too short, or of a kind that is given up.
struct WeakKey: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "weak-key",
        severity: .error,
        title: "A key of the path is too weak",
        rationale: """
            Microsoft's root programme asks for RSA of 2048 bits at least, and Microsoft's HealthChecker marks shorter \
            keys red. Public CAs issue for elliptic curves of 256 bits at least, and no longer for DSA. Whoever breaks an authority's \
            key can issue whatever it can, so the keys between the certificate and its root count as well.
            """,
        remedy: "request a new certificate with a new RSA key of 2048 bits or more",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker", "Microsoft Trusted Root Program, Program Requirements",
            "CA/Browser Forum, TLS Baseline Requirements, 6.1.5",
        ],
        certainty: .documented,
        traits: [.differsByIntermediate],
        policy: [PolicyData.keySizeSource],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        if let weakness = subject.certificate.publicKey.weakness {
            findings.append(finding(FindingMessage(weakness)))
        }
        for issuer in subject.search.trusted?.path.intermediates ?? [] {
            guard let weakness = issuer.publicKey.weakness else { continue }
            findings.append(
                finding(
                    "the authority \(Evidence.name(issuer)): \(weakness)",
                    remedy: "get a certificate from an authority with a stronger key"
                )
            )
        }
        return findings
    }

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        certificate.publicKey.weakness.map { [$0] } ?? []
    }
}
