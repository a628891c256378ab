/// Flags certificates whose extKeyUsage leaves out TLS servers.
struct ServerAuthenticationMissing: CertificateRule {
    static let metadata = RuleMetadata(
        id: "server-authentication-missing",
        severity: .error,
        title: "The certificate is not for TLS servers",
        rationale: """
            An extendedKeyUsage extension that lists other purposes forbids this one, and a TLS peer that validates \
            the server's certificate refuses it. Exchange's documented selection does not look at the extension, so \
            such a certificate may be chosen and then fail.
            """,
        remedy: "have the certificate reissued with serverAuth in its extendedKeyUsage",
        citations: [
            "RFC 5280, 4.2.1.12", "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
            "Microsoft, Get-ExchangeCertificate",
        ],
        certainty: .inferred,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let purposes = subject.certificate.extendedKeyUsage,
            !purposes.contains(.serverAuthentication), !purposes.contains(.any)
        else { return [] }
        let message: FindingMessage =
            "extendedKeyUsage lacks serverAuth: it holds \(Evidence.list(purposes.map(\.name)))"
        return [
            finding(message, roles: [.server]),
            finding(
                "\(message); whether Exchange Online minds when we are the client is not documented",
                severity: .warning,
                roles: [.client]
            ),
        ]
    }
}
