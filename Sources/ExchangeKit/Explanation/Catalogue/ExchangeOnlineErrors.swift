/// 450 4.4.317 and 450 4.7.320: Exchange Online does not like what this organisation's server presents to it.
extension KnownError {
    static let exchangeOnline = [
        untrustedRootPresented, subjectMismatchPresented, certificateValidationFailed, cannotConnect,
    ]

    private static let untrustedRootPresented = KnownError(
        id: "untrusted-root-presented",
        title:
            "The certificate that the receiving server presented does not lead to a root that Microsoft trusts",
        signs: [
            ErrorSign(codes: [.code(4, 4, 317), .code(4, 7, 320)], tokens: ["UntrustedRoot"]),
            ErrorSign(tokens: ["UntrustedRoot"], phrases: ["certificate validation failed"]),
        ],
        causes: [
            .documented(
                "the server presents the certificate without its intermediates; Exchange Online fetches none",
                .untrustedRootReport
            ),
            .documented("its root is not one that Microsoft trusts", .untrustedRootReport),
            .inferred(
                "the Receive connector presents the internal or self-signed certificate instead of the public one"
            ),
        ],
        checks: [
            .audit, .exchange,
            ErrorCheck(
                "whether the intermediates are installed on every server that receives",
                "Get-ChildItem Cert:\\LocalMachine\\CA | fl Subject,Thumbprint"
            ), .receiveProtocolLog,
        ],
        examples: ["450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]"]
    )

    private static let subjectMismatchPresented = KnownError(
        id: "subject-mismatch-presented",
        title: "The receiving server presented another certificate than Exchange Online expects",
        signs: [
            ErrorSign(codes: [.code(4, 4, 317), .code(4, 7, 320)], tokens: ["SubjectMismatch"]),
            ErrorSign(tokens: ["SubjectMismatch"], phrases: ["certificate validation failed"]),
            ErrorSign(phrases: ["presented subject:"]),
        ],
        causes: [
            .stated(
                """
                the Receive connector lacks the right TlsCertificateName or Fqdn, and presents another certificate, \
                often the self-signed one
                """,
                .hybridTeamBlog
            ),
            .documented(
                "the outbound connector's TlsDomain is not a name of the certificate that is presented",
                .setOutboundConnector
            ),
            .reported(
                "one of several receiving servers was not updated: some messages pass and others do not",
                .ostmoen
            ),
        ],
        otherReadings: [
            .inferred("a mail gateway in front of the server answered with a certificate of its own")
        ],
        checks: [
            .exchange, .receiveProtocolLog, .pinned,
            ErrorCheck(
                "what Exchange Online expects",
                "Get-OutboundConnector | fl Name,TlsSettings,TlsDomain,SmartHosts"
            ),
        ],
        examples: [
            """
            LED=450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: *.contoso.com. \
            Presented Subject: CN=ExchangeServer01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33.] \
            [LastAttemptedServerName=mail.contoso.com]
            """,
            "450 4.7.320 Certificate validation failed [Message=SubjectMismatch]",
        ]
    )

    private static let certificateValidationFailed = KnownError(
        id: "certificate-validation-failed",
        title: "Exchange Online could not validate the certificate of the receiving server",
        signs: [
            ErrorSign(codes: [.code(4, 7, 320)]),
            ErrorSign(phrases: ["certificate validation failed"]),
            ErrorSign(codes: [.code(4, 7, 320)], phrases: ["certificate validation failed"]),
        ],
        causes: [
            .documented("its names do not cover the expected one", .mailFlowInsights),
            .documented("it has expired", .mailFlowInsights),
            .documented("it is not valid any more", .mailFlowInsights),
        ],
        checks: [.audit, .exchange, .receiveProtocolLog],
        examples: [
            "450 4.7.320 Certificate validation failed", "450 4.7.320 Zertifikatüberprüfungsfehler",
            "Certificate validation failed",
        ]
    )

    private static let cannotConnect = KnownError(
        id: "exchange-online-cannot-connect",
        title: "Exchange Online reached the server and could not hold a session with it",
        bearing: .possible,
        signs: [ErrorSign(codes: [.code(4, 4, 317)])],
        causes: [
            .documented(
                "the connector requires TLS and the server does not offer it, which can have a certificate behind it",
                .mailFlowInsights
            ),
            .documented(
                "the server answered with an error at once; Message= has its words",
                .mailFlowInsights
            ),
        ],
        otherReadings: [
            .inferred("[Message=Failed to connect …] with a Winsock error is the network, not a certificate")
        ],
        checks: [
            ErrorCheck("the words after Message= in the message trace"), .receiveProtocolLog, .exchange,
        ],
        examples: [
            "450 4.4.317 Cannot connect to remote server [Message=Failed to connect. Winsock error code: 995]",
            "450 4.4.317 La connexion au serveur distant a échoué",
        ]
    )
}
