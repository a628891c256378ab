/// 5.7.51 and 5.7.64: Exchange Online does not know by the certificate whose mail it is.
extension KnownError {
    static let attribution = [partnerConnectorMismatch, relayDeniedByAttribution, relayDeniedByDomain]

    private static let partnerConnectorMismatch = KnownError(
        id: "inbound-connector-mismatch",
        title:
            "The certificate presented does not match the inbound connector that applies to the recipient's domain",
        signs: [
            ErrorSign(codes: [.code(5, 7, 51)]), ErrorSign(phrases: ["tenantinboundattribution"]),
            ErrorSign(codes: [.code(5, 7, 51)], phrases: ["tenantinboundattribution"]),
            ErrorSign(tokens: ["RestrictDomainsToCertificate"], phrases: ["partner connector"]),
        ],
        causes: [
            .stated(
                """
                the Send connector presents another certificate than the one meant: none of its names matches the \
                inbound connector's TlsSenderCertificateName
                """,
                .hybridTeamBlog
            ),
            .stated(
                "TlsSenderCertificateName is no wildcard and not an accepted domain of the tenant",
                .hybridTeamBlog
            ),
            .documented(
                """
                a connector of type Partner restricts the domain to addresses or a certificate; on connectors of type \
                OnPremises these switches have no effect
                """,
                .setInboundConnector
            ),
        ],
        otherReadings: [
            .unknown(
                """
                whether a certificate without clientAuth plays a part: Microsoft has not documented that Exchange \
                Online asks for it
                """
            )
        ],
        checks: [
            .exchange, .protocolLog,
            ErrorCheck(
                "what Exchange Online expects",
                "Get-InboundConnector | fl Name,ConnectorType,TlsSenderCertificateName,RestrictDomainsTo*",
                "Get-AcceptedDomain"
            ), .audit,
        ],
        examples: [
            """
            550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's \
            recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set
            """, "5.7.51",
        ]
    )

    private static let relayDeniedByAttribution = KnownError(
        id: "tenant-attribution-relay-denied",
        title:
            "Exchange Online did not recognise the sending server as the tenant's, and does not relay for it",
        signs: [
            ErrorSign(codes: [.code(5, 7, 64)]),
            ErrorSign(
                phrases: ["tenantattribution; relay access denied"],
                absent: ["attr36", "att36"]
            ),
        ],
        causes: [
            .documented(
                """
                the certificate presented no longer matches the inbound connector: it was renewed under another name, \
                or another certificate is presented
                """,
                .kb4051495
            ),
            .documented(
                """
                the certificate's intermediates are not installed on the sending server, so that Exchange Online \
                cannot build its chain
                """,
                .kb3212877
            ),
        ],
        otherReadings: [
            .documented(
                "the connector goes by address, and the server's outbound address has changed",
                .kb4051495
            )
        ],
        checks: [
            .protocolLog, .exchange, .audit,
            ErrorCheck(
                "what Exchange Online expects",
                "Get-InboundConnector | fl Name,ConnectorType,TlsSenderCertificateName,SenderIPAddresses"
            ),
        ],
        examples: ["550 5.7.64 TenantAttribution; Relay Access Denied", "#550 5.7.64", "5.7.64"]
    )

    private static let relayDeniedByDomain = KnownError(
        id: "relay-denied-without-accepted-domain",
        title:
            "Exchange Online does not relay: no accepted domain in the certificate nor in the sender's address",
        signs: [
            ErrorSign(codes: [.code(5, 7, 64)], tokens: ["ATTR36", "ATT36"]),
            ErrorSign(tokens: ["ATTR36", "ATT36"]),
        ],
        causes: [
            .documented(
                """
                neither the domain of the certificate nor that of the envelope's sender (MAIL FROM) is an accepted \
                domain of the tenant
                """,
                .certificateConnector
            )
        ],
        otherReadings: [
            .inferred("another certificate than the one meant was presented, with another domain", .kb4051495)
        ],
        checks: [
            ErrorCheck("the tenant's domains", "Get-AcceptedDomain"), .protocolLog, .exchange,
        ],
        examples: ["550 5.7.64 Relay Access Denied ATTR36", "550 5.7.64 TenantAttribution; ATT36"]
    )
}
