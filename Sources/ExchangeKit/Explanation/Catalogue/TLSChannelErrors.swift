/// 454 4.7.0: Exchange Online refused the certificate that this server presented.
extension KnownError {
    static let tlsChannel = [untrustedRootRefused, tlsChannelRefused, temporaryAuthenticationFailure]

    private static let untrustedRootRefused = KnownError(
        id: "untrusted-root-refused",
        title: "Exchange Online did not trust the root of the certificate that this server presented",
        signs: [
            ErrorSign(codes: [.code(4, 7, 0, after: 454)], tokens: ["UntrustedRoot"]),
            ErrorSign(tokens: ["UntrustedRoot"], events: [2004]),
            ErrorSign(
                tokens: ["UntrustedRoot"],
                phrases: ["failed to establish appropriate tls channel"]
            ),
        ],
        causes: [
            .documented(
                """
                two certificates on the server match the connector's name and are enabled for SMTP, one of them from \
                the internal CA or self-signed, and Exchange took that one
                """,
                .kb2888788
            ),
            .documented(
                """
                the server presents the certificate without its intermediates; Exchange Online fetches none, so a good \
                public certificate fails like a private one
                """,
                .untrustedRootReport
            ),
            .inferred(
                """
                the certificate is new and its root no longer trusted by Microsoft for new certificates (a NotBefore \
                date), or the root was disabled or removed
                """
            ),
        ],
        otherReadings: [
            .inferred(
                """
                a mail gateway or proxy between the server and Exchange Online presented a certificate of its own
                """
            )
        ],
        checks: [.exchange, .audit, .protocolLog, .selected],
        examples: [
            "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
            "454 4.7.0 Fehler beim Einrichten des TLS-Kanals: UntrustedRoot: Zugriff verweigert",
            """
            Event ID: 2004. Send connector Outbound to Office 365: Message delivery was not successful. The message was \
            acknowledged with SMTP response 454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access \
            Denied.
            """,
        ]
    )

    private static let tlsChannelRefused = KnownError(
        id: "tls-channel-refused",
        title: "The other side refused the TLS channel, for a reason that the text does not name",
        bearing: .possible,
        signs: [
            ErrorSign(
                codes: [.code(4, 7, 0, after: 454)],
                absent: ["temporary authentication failure"]
            ),
            ErrorSign(phrases: ["failed to establish appropriate tls channel"]),
        ],
        causes: [
            .documented(
                "with UntrustedRoot: the certificate presented does not lead to a root that Microsoft trusts",
                .kb2888788,
                .untrustedRootReport
            ),
            .inferred(
                "with another name of a validation status: that is what was found wrong with the certificate",
                .validationStatus
            ),
        ],
        otherReadings: [
            .documented(
                """
                'Temporary authentication failure' under the same code comes from Exchange servers that cannot \
                authenticate to each other, not from a certificate
                """,
                .authenticationFailure
            ),
            .unknown(
                "the same code serves other programs, too; look for the word in English within the text"
            ),
        ],
        checks: [.protocolLog, .exchange, .audit],
        examples: [
            "454 4.7.0 Échec de l'établissement du canal TLS approprié : Accès refusé",
            "454 4.7.0 適切な TLS チャネルを確立できませんでした", "454 4.7.0 Не удалось установить канал TLS", "4.7.0",
            "Failed to establish appropriate TLS channel",
        ]
    )

    private static let temporaryAuthenticationFailure = KnownError(
        id: "temporary-authentication-failure",
        title: "Two Exchange servers could not authenticate to each other",
        bearing: .unrelated,
        signs: [
            ErrorSign(
                codes: [.code(4, 7, 0, after: 454)],
                phrases: ["temporary authentication failure"]
            ),
            ErrorSign(phrases: ["454 4.7.0 temporary authentication failure"]),
        ],
        causes: [
            .stated("the clocks of servers and domain controllers differ", .authenticationFailure),
            .inferred("Kerberos fails between the servers for another reason"),
        ],
        checks: [ErrorCheck("the clocks", "w32tm /query /status")],
        examples: [
            """
            451 4.4.0 Primary target IP address responded with: "454 4.7.0 Temporary authentication failure." Attempted \
            failover to alternate host
            """
        ]
    )
}
