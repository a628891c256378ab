/// Notes certificates that are signed with RSASSA-PSS.
struct RsassaPssSignature: CertificateRule {
    static let metadata = RuleMetadata(
        id: "rsassa-pss-signature",
        severity: .note,
        title: "The certificate is signed with RSASSA-PSS",
        rationale: """
            The CAs' rules allow such signatures and Microsoft's HealthChecker lists them as secure. No statement of \
            Exchange's or Exchange Online's support for them was found.
            """,
        remedy: "nothing if TLS works; else ask the CA for a signature after PKCS #1 v1.5",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker", "CA/Browser Forum, TLS Baseline Requirements, 7.1.3.2",
        ],
        certainty: .unknown,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard subject.certificate.signatureAlgorithm.identifier == SignatureAlgorithm.rsassaPSS else {
            return []
        }
        return [
            finding("the certificate is signed with RSASSA-PSS; support in Exchange is not documented")
        ]
    }
}
