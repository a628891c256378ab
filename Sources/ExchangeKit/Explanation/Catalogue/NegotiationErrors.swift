/// TLS negotiation that fails before any certificate is judged.
extension KnownError {
    static let negotiation = [noCredentials, unknownCredentials, socketError, negotiationFailed]

    private static let noCredentials = KnownError(
        id: "no-credentials",
        title: "The private key of the selected certificate is missing or cannot be read",
        signs: [
            ErrorSign(tokens: ["NoCredentials"]),
            ErrorSign(tokens: ["NoCredentials"], phrases: ["tls negotiation failed"]),
            ErrorSign(codes: [.code(4, 4, 1), .code(4, 2, 1)], tokens: ["NoCredentials"]),
        ],
        causes: [
            .documented(
                "the certificate that the Send connector's TlsCertificateName names lacks its private key",
                .kb4495258
            ),
            .inferred("it was imported from a .cer or .p7b file instead of a .pfx"),
            .stated("the certificate is not assigned to SMTP, or its status is not valid", .bisht),
            .inferred("the service's account (NETWORK SERVICE) may not read the private key"),
        ],
        checks: [
            .exchangeCertificates, .protocolLog,
            ErrorCheck(
                "whether files at hand hold the private key of the certificate",
                "chaincheck audit <folder of certificates> --domain <name>"
            ),
        ],
        examples: [
            "TLS negotiation failed with error NoCredentials",
            """
            421 4.4.1 Connection timed out. Attempted failover to alternate host, but that did not succeed. TLS \
            negotiation failed with error NoCredentials
            """, "NoCredentials",
        ]
    )

    private static let unknownCredentials = KnownError(
        id: "unknown-credentials",
        title: "The selected certificate is not assigned to SMTP",
        signs: [
            ErrorSign(tokens: ["UnknownCredentials"]),
            ErrorSign(tokens: ["UnknownCredentials"], phrases: ["tls negotiation failed"]),
            ErrorSign(codes: [.code(4, 4, 1), .code(4, 2, 1)], tokens: ["UnknownCredentials"]),
        ],
        causes: [
            .documented(
                "the certificate that the connector presents is not bound to the SMTP service",
                .kb4051498
            )
        ],
        checks: [
            .exchangeCertificates,
            ErrorCheck(
                "once it is known to be the right one: assign it to SMTP, and answer No when asked to overwrite the default",
                "Enable-ExchangeCertificate -Thumbprint <thumbprint> -Services SMTP"
            ), .protocolLog,
        ],
        examples: ["TLS negotiation failed with error UnknownCredentials"]
    )

    private static let socketError = KnownError(
        id: "tls-version-refused",
        title: "The connection broke off while TLS was negotiated",
        bearing: .possible,
        signs: [
            ErrorSign(tokens: ["SocketError"]),
            ErrorSign(tokens: ["SocketError"], phrases: ["tls negotiation failed"]),
            ErrorSign(codes: [.code(4, 4, 2)], tokens: ["SocketError"]),
            ErrorSign(phrases: ["must issue a starttls command first"]),
            ErrorSign(
                codes: [.code(5, 7, 3), .code(5, 7, 0)],
                phrases: ["must issue a starttls command first"]
            ),
        ],
        causes: [
            .stated(
                """
                this server offers only TLS 1.0 or 1.1, which Exchange Online no longer accepts; that is a setting of \
                Windows, not of the certificate
                """,
                .tlsVersions
            ),
            .inferred("a firewall on the way cuts TLS off"),
        ],
        checks: [
            ErrorCheck(
                "whether TLS 1.2 is enabled for client and server",
                "Get-ChildItem -Recurse HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols"
            ), .protocolLog,
        ],
        examples: [
            "TLS negotiation failed with error SocketError",
            "421 4.4.2 Connection dropped due to SocketError",
            "451 5.7.3 Must issue a STARTTLS command first",
        ]
    )

    private static let negotiationFailed = KnownError(
        id: "tls-negotiation-failed",
        title: "TLS could not be negotiated, for a reason that is not known here",
        bearing: .possible,
        signs: [ErrorSign(phrases: ["tls negotiation failed"])],
        causes: [
            .unknown("the word after 'error' is not documented; it comes from Windows"),
            .inferred("often the private key of the selected certificate, or the version of TLS"),
        ],
        checks: [.protocolLog, .exchangeCertificates],
        examples: ["TLS negotiation failed with error AlgorithmMismatch"]
    )
}
