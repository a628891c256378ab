/// What the Hybrid Configuration Wizard says of certificates.
extension KnownError {
    static let wizard = [
        requiredTlsNotSet, secureMailCertificateNotBound, noValidCertificate, noHybridCertificate,
    ]

    private static let requiredTlsNotSet = KnownError(
        id: "required-tls-not-set",
        title: "A connector names a certificate and does not require TLS",
        signs: [ErrorSign(phrases: ["requiredtls flag should be set", "requiretls flag should be set"])],
        causes: [
            .documented(
                "the connector's TlsCertificateName does not fit the certificates any more, as after a change of certificate",
                .kb3062283
            ),
            .inferred("RequireTLS was switched off by hand on a connector that has a TlsCertificateName"),
        ],
        checks: [
            .pinned, .exchangeCertificates,
            ErrorCheck("run the wizard again with a name that an SMTP certificate of a public CA has"),
            .exchange,
        ],
        examples: ["RequiredTls flag should be set to true if TlsCertificateName is specified."]
    )

    private static let secureMailCertificateNotBound = KnownError(
        id: "secure-mail-certificate-not-bound",
        title: "The certificate chosen in the wizard is not assigned to SMTP on a server",
        signs: [
            ErrorSign(phrases: ["is not bound to the smtp service"]), ErrorSign(tokens: ["CheckCertPrereqs"]),
            ErrorSign(tokens: ["CheckCertPrereqs"], phrases: ["is not bound to the smtp service"]),
        ],
        causes: [
            .documented("SMTP is assigned to another certificate on that server", .kb3058190),
            .inferred("the certificate was not imported on that server"),
        ],
        checks: [
            .exchangeCertificates,
            ErrorCheck(
                "assign it to SMTP on that server, and answer No when asked to overwrite the default",
                "Enable-ExchangeCertificate -Thumbprint <thumbprint> -Services SMTP"
            ), .exchange,
        ],
        examples: [
            """
            The Secure Mail Certificate on server EX01 is not bound to the SMTP Service at \
            Microsoft.Exchange.Management.Hybrid.MailFlowTask.CheckCertPrereqs
            """
        ]
    )

    private static let noValidCertificate = KnownError(
        id: "no-certificate-in-wizard",
        title: "The wizard lists no certificate",
        bearing: .possible,
        signs: [ErrorSign(phrases: ["no valid certificate exists for the hub transport"])],
        causes: [
            .documented("the service Microsoft Exchange Service Host is stopped", .kb2964920),
            .documented(
                "no certificate is of a public CA in the server's eyes: its RootCAType is not ThirdParty",
                .kb2879262
            ),
        ],
        checks: [
            ErrorCheck("the service", "Get-Service MSExchangeServiceHost"), .exchange, .exchangeCertificates,
        ],
        examples: ["No valid certificate exists for the Hub Transport server(s)."]
    )

    private static let noHybridCertificate = KnownError(
        id: "no-hybrid-certificate",
        title: "No certificate meets what a hybrid deployment needs",
        signs: [ErrorSign(phrases: ["no valid hybrid certificate"])],
        causes: [
            .documented(
                "each is self-signed, of RootCAType other than ThirdParty, without IIS and SMTP, or expired",
                .kb3064938
            ),
            .documented(
                "the CA's root lies in the server's Registry store and not in the third-party one",
                .kb2879262
            ),
        ],
        checks: [
            ErrorCheck(
                "what the conditions are held against",
                "Get-ExchangeCertificate | fl Thumbprint,IsSelfSigned,RootCAType,Services,NotAfter,CertificateDomains"
            ), .exchange, .audit,
        ],
        examples: ["No valid hybrid certificate found"]
    )
}
