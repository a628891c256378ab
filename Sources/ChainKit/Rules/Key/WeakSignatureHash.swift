/// Flags certificates, and authorities above them, that were signed over a weak hash.
struct WeakSignatureHash: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "weak-signature-hash",
        severity: .error,
        title: "A signature uses a weak hash",
        rationale: """
            For MD2, MD4, MD5 and SHA-1 two certificates with one signature can be made, or are expected to be. Public CAs must not issue \
            with them, so a public certificate that has one cannot last; Microsoft's HealthChecker warns of any. \
            A root's own signature proves nothing and does not count.
            """,
        remedy:
            "have the certificate reissued with SHA-256 or stronger, by an authority that is signed so too",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker", "CA/Browser Forum, TLS Baseline Requirements, 7.1.3.2",
        ],
        certainty: .documented,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// 2017-01-01: public CAs stopped with SHA-1 a year before, the browsers in that month.
    static let rejectsSince: Instant? = Instant(seconds: 1_483_228_800)

    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place != .anchor, let hash = certificate.signatureAlgorithm.hash, hash.isWeak else { return [] }
        return ["the certificate is signed with \(certificate.signatureAlgorithm.name)"]
    }

    func findings(in subject: Subject) -> [Finding] {
        guard let best = subject.search.best else { return [] }
        var findings: [Finding] = []
        if let hash = subject.certificate.signatureAlgorithm.hash, hash.isWeak,
            best.path.anchor?.certificate != subject.certificate
        {
            findings.append(
                finding(
                    "the certificate is signed with \(subject.certificate.signatureAlgorithm.name)",
                    // Anchors of the user's stand in the list's place: a path to one is what a public path is else.
                    severity: best.path.anchor != nil ? .error : .warning
                )
            )
        }
        for note in best.notes {
            guard case .weakSignatureHash(let position, _) = note else { continue }
            let certificate = best.path.certificates[position]
            let algorithm = certificate.signatureAlgorithm.name
            findings.append(
                finding(
                    "the authority \(Evidence.name(certificate)) is signed with \(algorithm)",
                    severity: .warning
                )
            )
        }
        return findings
    }
}
