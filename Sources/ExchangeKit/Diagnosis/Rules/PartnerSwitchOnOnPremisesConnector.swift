import ChainKit

/// Flags settings of on-premises connectors that count for partners only.
struct PartnerSwitchOnOnPremisesConnector: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "partner-switch-on-on-premises-connector",
        severity: .note,
        title: "A setting for partners stands in an on-premises connector",
        rationale: """
            RestrictDomainsToCertificate and RestrictDomainsToIPAddresses apply to inbound connectors of the type Partner \
            only. In a connector of the type OnPremises they protect nothing, whatever they are set to.
            """,
        remedy: "do not count on the setting; clear it if it misleads",
        citations: [Citation.setInboundConnector],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.onPremisesInbound.compactMap { connector in
            var switches: [String] = []
            if connector.restrictDomainsToCertificate == true {
                switches.append("RestrictDomainsToCertificate")
            }
            if connector.restrictDomainsToIPAddresses == true {
                switches.append("RestrictDomainsToIPAddresses")
            }
            guard !switches.isEmpty else { return nil }
            return finding(
                """
                inbound connector "\(connector.name)" is OnPremises and has \(switches.joined(separator: " and ")) set, \
                without effect
                """,
                about: .inboundConnector(connector.name)
            )
        }
    }
}
