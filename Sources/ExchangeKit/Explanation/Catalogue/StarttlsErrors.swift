/// 451 5.7.3 and 450 4.4.101: the receiving server does not offer STARTTLS any more.
extension KnownError {
    static let starttls = [starttlsNotOffered, authenticationRequired, proxySessionFailed]

    private static let starttlsNotOffered = KnownError(
        id: "starttls-not-offered",
        title: "The receiving server does not offer STARTTLS, and the sender requires it",
        signs: [
            ErrorSign(phrases: ["starttls is required"]),
            ErrorSign(
                codes: [.code(4, 4, 317), .code(4, 4, 101), .code(4, 4, 0), .code(5, 7, 3)],
                phrases: ["starttls is required"]
            ),
            ErrorSign(codes: [.code(4, 4, 317)], phrases: ["starttls"]),
        ],
        causes: [
            .documented(
                """
                the Receive connector's TlsCertificateName names a certificate that was removed or renewed under \
                another issuer or subject; event 12014 quotes the name
                """,
                .kb2989382
            ),
            .stated(
                """
                the certificate that it names has a chain that the server does not accept: an intermediate or root is \
                missing, it is revoked, or its revocation cannot be checked
                """,
                .hybridTeamBlog
            ),
            .documented(
                """
                no certificate on the server has the connector's name, a private key and SMTP assigned to it
                """,
                .inboundSelection
            ),
            .documented("the Receive connector's AuthMechanism lacks Tls", .inboundSelection),
        ],
        otherReadings: [
            .inferred("a firewall that inspects SMTP takes STARTTLS out of the server's answer"),
            .inferred(
                "quoted from Exchange Online to a device of this organisation: the device did not use STARTTLS"
            ),
        ],
        checks: [
            .exchange, .pinned, .testCertificate,
            ErrorCheck(
                "event 12014 of MSExchangeTransport and MSExchangeFrontEndTransport in the Application log",
                "Get-WinEvent -FilterHashtable @{LogName='Application';Id=12014} -MaxEvents 5 | fl"
            ), .audit,
        ],
        examples: [
            "450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail]",
            """
            450 4.4.101 Proxy session setup failed on Frontend with '451 4.4.0 Primary target IP address responded with \
            "451 5.7.3 STARTTLS is required to send mail."'
            """,
            "451 5.7.3 STARTTLS is required to send mail",
        ]
    )

    private static let authenticationRequired = KnownError(
        id: "authentication-or-starttls-required",
        title: "The receiving side asks for TLS or for authentication first; the text does not say which",
        bearing: .possible,
        signs: [
            ErrorSign(codes: [.code(5, 7, 3)], absent: ["must issue a starttls command first"])
        ],
        causes: [
            .documented(
                "as 'STARTTLS is required to send mail': the receiving server stopped offering STARTTLS",
                .kb2989382
            ),
            .stated(
                "as 'Must issue a STARTTLS command first': the two sides found no common version of TLS",
                .tlsVersions
            ),
        ],
        otherReadings: [
            .unknown("the code serves failed authentication between Exchange servers, too")
        ],
        checks: [.receiveProtocolLog, .exchange],
        examples: ["451 5.7.3 Требуется STARTTLS", "451 5.7.3"]
    )

    private static let proxySessionFailed = KnownError(
        id: "proxy-session-failed",
        title:
            "The front end could not hand the session on; the reply that matters is the one that it quotes",
        bearing: .possible,
        signs: [ErrorSign(codes: [.code(4, 4, 101)])],
        causes: [
            .documented(
                "where it quotes '451 5.7.3 STARTTLS is required': the server does not offer STARTTLS any more",
                .kb2989382
            )
        ],
        checks: [ErrorCheck("the reply that it quotes"), .receiveProtocolLog, .exchange],
        examples: ["450 4.4.101 Proxy session setup failed on Frontend"]
    )
}
