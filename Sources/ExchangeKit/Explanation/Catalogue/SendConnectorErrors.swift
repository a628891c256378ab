/// 454 4.7.5: this server does not find its own certificate, or refuses the other side's.
extension KnownError {
    static let sendConnector = [
        sendConnectorCertificateNotFound, remoteUntrustedRoot, remoteCertificateRefused,
    ]

    private static let sendConnectorCertificateNotFound = KnownError(
        id: "send-connector-certificate-not-found",
        title: "The certificate that the Send connector names was not found, or is not valid",
        signs: [
            ErrorSign(codes: [.code(4, 7, 5)], phrases: ["tlscertificatename"]),
            ErrorSign(phrases: ["specified in tlscertificatename of the sendconnector"]),
        ],
        causes: [
            .stated(
                """
                TlsCertificateName is out of date: the certificate was renewed, its issuer or subject changed, and the \
                connector still names the old one
                """,
                .hybridTeamBlog,
                .bisht
            ),
            .stated(
                "the certificate is there, and its status is Invalid or RevocationCheckFailure",
                .bisht,
                .hybridTeamBlog
            ),
            .stated("the certificate is not assigned to SMTP", .bisht),
            .inferred("the certificate is installed on some of the connector's source servers only"),
        ],
        checks: [.exchange, .pinned, .exchangeCertificates, .testCertificate],
        examples: [
            "454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.",
            "454 4.7.5 Das in TlsCertificateName des SendConnector angegebene Zertifikat wurde nicht gefunden.",
        ]
    )

    private static let remoteUntrustedRoot = KnownError(
        id: "remote-untrusted-root",
        title: "This server does not trust the root of the other side's certificate",
        signs: [
            ErrorSign(codes: [.code(4, 7, 5)], tokens: ["UntrustedRoot"]),
            ErrorSign(tokens: ["UntrustedRoot"], phrases: ["certificate validation failure"]),
        ],
        causes: [
            .reported(
                """
                roots on this server are out of date: the chain of Exchange Online's certificate ends in one that it \
                does not have
                """,
                .forum,
                .cloudTechnologist
            ),
            .stated(
                """
                Exchange Online changed to DigiCert Global Root G2 in 2026; servers whose automatic root update is \
                switched off do not have it
                """,
                .globalRootG2
            ),
        ],
        otherReadings: [
            .inferred("a mail gateway or proxy on the way presented a certificate of its own")
        ],
        checks: [
            ErrorCheck(
                "whether the root is installed, and whether Windows may update roots",
                "Get-ChildItem Cert:\\LocalMachine\\Root | ? Subject -like '*DigiCert Global Root G2*'",
                "Get-ItemProperty HKLM:\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot"
            ), .protocolLog,
        ],
        examples: [
            """
            454 4.7.5 Certificate validation failure, reason:untrustedroot};{MSG=};\
            {FQDN=contoso-mail-onmicrosoft-com.mail.protection.outlook.com}
            """
        ]
    )

    private static let remoteCertificateRefused = KnownError(
        id: "remote-certificate-refused",
        title: "This server refused the certificate of the other side",
        signs: [
            ErrorSign(codes: [.code(4, 7, 5)], absent: ["tlscertificatename"]),
            ErrorSign(phrases: ["certificate validation failure"], absent: ["tlscertificatename"]),
        ],
        causes: [
            .documented(
                """
                the other side's certificate fails what the Send connector's TlsAuthLevel demands: a valid chain, and \
                with DomainValidation the name in TlsDomain
                """,
                .setSendConnector
            ),
            .reported("roots on this server are out of date", .cloudTechnologist),
            .reported(
                "Client Access and Edge servers hold different certificates, or a connector was not updated",
                .petersen
            ),
        ],
        otherReadings: [
            .inferred("the connector found another server than the intended one by its MX record")
        ],
        checks: [.pinned, .protocolLog, .exchange],
        examples: [
            "454 4.7.5 Certificate validation failure", "454 4.7.5 Échec de la validation du certificat",
        ]
    )
}
