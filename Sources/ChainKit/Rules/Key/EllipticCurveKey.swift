/// Flags certificates with an elliptic curve key, which Exchange must be told to accept.
struct EllipticCurveKey: CertificateRule {
    static let metadata = RuleMetadata(
        id: "elliptic-curve-key",
        severity: .warning,
        title: "The key is an elliptic curve key",
        rationale: """
            Exchange 2016, 2019 and Subscription Edition take such keys since the April 2024 hotfix update, and from \
            the November 2024 security update on where the registry value EnableEccCertificateSupport is "1". Exchange \
            2010 and 2013 are reported not to take them at all. A certificate does not show what the server runs.
            """,
        remedy: """
            install the November 2024 security update or a later one and set EnableEccCertificateSupport to "1" under \
            HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Diagnostics on every server, or use an RSA key
            """,
        citations: [
            "Microsoft, CSS-Exchange HealthChecker", "exchangeblogonline.de, ECC (KeyAlgorithmUnsupported)",
        ],
        certainty: .documented,
        expectedError: "not valid for use with Exchange Server (reason: KeyAlgorithmUnsupported)",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let curve = NISTCurve(subject.certificate.publicKey) else { return [] }
        return [
            finding(
                "the key is on \(curve.rawValue): Exchange takes it only with EnableEccCertificateSupport switched on"
            )
        ]
    }
}
