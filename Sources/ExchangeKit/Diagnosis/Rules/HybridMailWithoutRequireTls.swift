import ChainKit

/// Flags Send connectors to Exchange Online that do not demand TLS.
struct HybridMailWithoutRequireTls: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "hybrid-mail-without-require-tls",
        severity: .warning,
        title: "A Send connector to Exchange Online does not require TLS",
        rationale: """
            Exchange Online knows the organization by its certificate, which is presented over TLS only. The Hybrid \
            Configuration Wizard sets RequireTLS on its Send connector, and HealthChecker marks a relay connector \
            without it red.
            """,
        remedy: "set RequireTLS on the connector, and let it use STARTTLS",
        citations: [Citation.healthChecker, Citation.hybridTls, Citation.routeMail],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.settings.compactMap { connector, part in
            guard case .send(let send) = connector, part.isHybrid else { return nil }
            if send.ignoreSTARTTLS == true {
                return finding(
                    "\(connector.label) has IgnoreSTARTTLS set: it never presents a certificate",
                    about: connector.concern,
                    severity: .error,
                    expectedError: "550 5.7.64 TenantAttribution; Relay Access Denied",
                    remedies: [requireTls(connector, [("IgnoreSTARTTLS", .flag(false))])]
                )
            }
            // A connector that names a certificate has a rule of its own for that.
            guard send.requireTLS == false, send.tlsCertificateName.value == nil else { return nil }
            return finding(
                "\(connector.label) carries mail to Exchange Online and RequireTLS is False",
                about: connector.concern,
                remedies: [requireTls(connector, [])]
            )
        }
    }

    private func requireTls(
        _ connector: TransportConnector,
        _ parameters: [PowerShellCommand.Parameter]
    ) -> Remedy {
        .set(
            "Require TLS on the connector",
            on: connector,
            parameters + [("RequireTLS", .flag(true))],
            source: Citation.setSendConnector
        )
    }
}
