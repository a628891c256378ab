/// Events of MSExchangeTransport and MSExchangeFrontEndTransport on certificates for STARTTLS.
extension KnownError {
    static let transportEvents = [event2004, event12014, event12016, event12018]

    private static let event2004 = KnownError(
        id: "event-2004-delivery-not-successful",
        title: "A Send connector could not deliver; the reply in the event's text says why",
        bearing: .possible,
        signs: [ErrorSign(events: [2004])],
        causes: [
            .documented(
                """
                with 454 4.7.0 and UntrustedRoot in it: Exchange Online refused the certificate that the server \
                presented
                """,
                .kb2888788
            )
        ],
        otherReadings: [.inferred("with another reply in it: that reply's meaning; explain the whole text")],
        checks: [
            ErrorCheck(
                "the event's whole text",
                "Get-WinEvent -FilterHashtable @{LogName='Application';Id=2004} -MaxEvents 5 | fl"
            ), .protocolLog, .exchange,
        ],
        examples: ["event 2004", "2004"]
    )

    private static let event12014 = KnownError(
        id: "event-12014-no-certificate-for-connector",
        title: "No certificate fits the connector's name, so the connector does not offer STARTTLS",
        signs: [
            ErrorSign(events: [12_014]),
            ErrorSign(phrases: ["could not find a certificate that contains the domain name"]),
        ],
        causes: [
            .documented(
                """
                TlsCertificateName is out of date: no certificate has that issuer and subject any more (the event \
                quotes them as <I>…<S>…)
                """,
                .kb2989382
            ),
            .documented(
                "no certificate in the computer's Personal store has the connector's Fqdn among its names",
                .inboundSelection
            ),
            .documented(
                "the one that has it lacks its private key, or SMTP is not assigned to it",
                .inboundSelection
            ),
            .stated(
                """
                the one that is named has a chain that the server does not accept: untrusted root, revoked, or \
                revocation that cannot be checked
                """,
                .hybridTeamBlog
            ),
        ],
        otherReadings: [
            .inferred("a connector that only this organisation uses may never need STARTTLS")
        ],
        checks: [.exchange, .selected, .pinned, .exchangeCertificates, .testCertificate, .audit],
        examples: [
            "event 12014", "12014", "Ereignis-ID: 12014", "イベント ID: 12014", "Код события: 12014",
            """
            Source: MSExchangeFrontEndTransport
            Event ID: 12014
            Microsoft Exchange could not find a certificate that contains the domain name <I>CN=Issuer, C=US\
            <S>CN=mail.contoso.com, O=contoso, C=US in the personal store on the local computer.
            """,
        ]
    )

    private static let event12016 = KnownError(
        id: "event-12016-certificate-expired",
        title:
            "The certificate that the connector uses for STARTTLS has expired; STARTTLS is still offered with it",
        signs: [ErrorSign(events: [12_016]), ErrorSign(tokens: ["STARTTLSCertificateExpired"])],
        causes: [
            .documented("the selected certificate has expired", .inboundSelection),
            .inferred(
                "a renewed one is installed, and a connector's TlsCertificateName still names the old one"
            ),
        ],
        checks: [.exchange, .audit, .pinned],
        examples: ["event 12016", "STARTTLSCertificateExpired"]
    )

    private static let event12018 = KnownError(
        id: "event-12018-certificate-expires-soon",
        title: "The certificate that the connector uses for STARTTLS expires soon",
        signs: [ErrorSign(events: [12_018])],
        causes: [
            .stated("the event names its subject, its thumbprint and the hours that remain", .events)
        ],
        checks: [
            .audit, .exchange,
            ErrorCheck(
                "whether the renewed certificate keeps issuer and subject; else the connectors must be pinned anew"
            ),
        ],
        examples: ["event 12018"]
    )
}
