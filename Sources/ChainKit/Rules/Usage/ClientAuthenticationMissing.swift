/// Notes certificates whose extKeyUsage leaves out TLS clients.
struct ClientAuthenticationMissing: CertificateRule {
    static let metadata = RuleMetadata(
        id: "client-authentication-missing",
        severity: .note,
        title: "The certificate is not marked for TLS clients",
        rationale: """
            Public CAs are dropping clientAuth from server certificates. Microsoft has not documented whether Exchange \
            Online needs it of a server that connects to it; Exchange's own default certificate has serverAuth alone. \
            It is reported that .NET does not send a client certificate whose extendedKeyUsage leaves clientAuth out.
            """,
        remedy: """
            nothing now; if mail to Exchange Online fails with 5.7.51 or 5.7.64 after a renewal that dropped \
            clientAuth, suspect this
            """,
        citations: [
            "Chrome Root Program Policy 1.8 (2026-02-05)", "Microsoft, Get-ExchangeCertificate",
            "NoSpamProxy, Ende der TLS-Client-Authentifizierungszertifikate",
        ],
        certainty: .unknown,
        traits: [.needsFilesOrServers],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let purposes = subject.certificate.extendedKeyUsage,
            !purposes.contains(.clientAuthentication), !purposes.contains(.any)
        else { return [] }
        return [
            finding(
                """
                extendedKeyUsage lacks clientAuth; Microsoft has not documented whether Exchange Online needs it when \
                we are the client
                """,
                roles: [.client]
            )
        ]
    }
}
