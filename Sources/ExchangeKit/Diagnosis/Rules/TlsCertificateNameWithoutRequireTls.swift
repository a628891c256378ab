import ChainKit

/// Flags Send connectors that name a certificate and do not demand TLS.
struct TlsCertificateNameWithoutRequireTls: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-certificate-name-without-require-tls",
        severity: .warning,
        title: "A Send connector names a certificate and does not require TLS",
        rationale: """
            The Hybrid Configuration Wizard demands RequireTLS wherever TlsCertificateName is set and refuses to go on \
            without it. Mail that leaves without TLS presents no certificate at all.
            """,
        remedy: "set RequireTLS on the connector",
        citations: [Citation.requiredTls, Citation.setSendConnector],
        certainty: .documented,
        expectedError: "RequiredTls flag should be set to true if TlsCertificateName is specified",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.settings.compactMap { connector, _ in
            guard case .send(let send) = connector, send.requireTLS == false,
                send.tlsCertificateName.value != nil
            else { return nil }
            return finding(
                "\(connector.label) has a TlsCertificateName and RequireTLS is False",
                about: connector.concern,
                // The rule's error is the wizard's; mail goes on.
                expectedError: .none,
                remedies: [
                    .set(
                        "Require TLS on the connector",
                        on: connector,
                        [("RequireTLS", .flag(true))],
                        dangers: [
                            "mail to a host that offers no STARTTLS then stays in the queue"
                        ],
                        source: Citation.setSendConnector
                    )
                ]
            )
        }
    }
}
