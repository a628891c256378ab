import ChainKit

/// Flags Send connectors to Exchange Online that do not keep cross-premises headers.
struct CloudServicesMailDisabled: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "cloud-services-mail-disabled",
        severity: .warning,
        title: "A Send connector to Exchange Online has CloudServicesMailEnabled off",
        rationale: """
            CloudServicesMailEnabled keeps the headers by which Exchange Online tells internal mail from mail of \
            strangers. It neither chooses nor checks a certificate. HealthChecker takes a connector to Exchange Online \
            without it for misconfigured.
            """,
        remedy: "set CloudServicesMailEnabled on the connector, or run the Hybrid Configuration Wizard again",
        citations: [Citation.setSendConnector, Citation.healthChecker],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.settings.compactMap { connector, part in
            guard case .send(let send) = connector, send.cloudServicesMailEnabled == false,
                case .carriesHybridMail(let reason) = part
            else { return nil }
            return finding(
                "\(connector.label) carries mail to Exchange Online (\(reason)) and CloudServicesMailEnabled is False",
                about: connector.concern,
                remedies: [
                    .set(
                        "Keep cross-premises headers",
                        on: connector,
                        [("CloudServicesMailEnabled", .flag(true))],
                        source: Citation.setSendConnector
                    )
                ]
            )
        }
    }
}
