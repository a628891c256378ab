/// TLS negotiation that fails before any certificate is judged, and the queue's words for it.
extension KnownError {
    static let negotiation = [
        noCredentials, unknownCredentials, socketError, negotiationFailed, connectionTimedOut,
        targetResponded,
    ]

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
                """
                the certificate that the Send connector names was imported without its private key, as from a .cer \
                file instead of a .pfx
                """,
                .kb4495258
            ),
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
                """
                the certificate that the connector presents is not bound to the SMTP service, so that Exchange may not \
                use its private key
                """,
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

    private static let connectionTimedOut = KnownError(
        id: "connection-timed-out",
        title: "The other side could not be reached, or TLS failed before a reply",
        bearing: .possible,
        signs: [
            ErrorSign(codes: [.code(4, 4, 1, after: 421), .code(4, 2, 1, after: 421)])
        ],
        causes: [
            .documented(
                """
                the queue shows this where the protocol log has 'TLS negotiation failed with error NoCredentials' or \
                UnknownCredentials: the selected certificate lacks its private key or is not assigned to SMTP
                """,
                .kb4495258,
                .kb4051498
            ),
            .reported("421 4.2.1 Unable to connect, with NoCredentials in the protocol log", .superTekBoy),
        ],
        otherReadings: [
            .inferred("no connection at all: a firewall on port 25, a wrong smart host, DNS")
        ],
        checks: [
            .protocolLog, ErrorCheck("whether port 25 answers", "Test-NetConnection <smart host> -Port 25"),
        ],
        examples: [
            "421 4.4.1 Connection timed out",
            """
            451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to \
            alternate host, but that did not succeed.
            """, "421 4.4.1 Соединение прервано по таймауту",
        ]
    )

    private static let targetResponded = KnownError(
        id: "target-responded",
        title: "The reply that matters is the one that this one quotes",
        bearing: .possible,
        signs: [ErrorSign(codes: [.code(4, 4, 0)])],
        causes: [.inferred("this reply only says that no server took the message; the quoted one says why")],
        checks: [
            ErrorCheck(
                "the whole last error of the queue",
                "Get-Queue | fl Identity,NextHopDomain,LastError"
            ),
            .protocolLog,
        ],
        examples: ["451 4.4.0 Primary target IP address did not respond"],
        isWrapper: true
    )
}
