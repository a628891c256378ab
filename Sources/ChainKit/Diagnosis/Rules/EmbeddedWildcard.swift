/// Flags names in connectors that hold a wildcard anywhere but at the beginning.
struct EmbeddedWildcard: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "embedded-wildcard",
        severity: .error,
        title: "A connector's name holds a wildcard within",
        rationale: """
            The names that connectors look for may begin with a wildcard, which stands for the whole first label. A \
            wildcard anywhere else is not allowed.
            """,
        remedy: "write the name out, or begin it with the wildcard",
        citations: [Citation.setInboundConnector, Citation.setOutboundConnector],
        certainty: .documented,
        expectedError: "the cmdlet refuses the value",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let inventory = situation.inventory
        let inbound = inventory.inboundConnectors.compactMap { connector in
            flag(
                connector.tlsSenderCertificateName,
                "the TlsSenderCertificateName of inbound connector \"\(connector.name)\"",
                about: .inboundConnector(connector.name)
            )
        }
        let outbound = inventory.outboundConnectors.compactMap { connector in
            flag(
                connector.tlsDomain,
                "the TlsDomain of outbound connector \"\(connector.name)\"",
                about: .outboundConnector(connector.name)
            )
        }
        let sending = inventory.sendConnectors.compactMap { connector in
            flag(
                connector.tlsDomain,
                "the TlsDomain of Send connector \"\(connector.name)\"",
                about: .sendConnector(connector.name, server: nil)
            )
        }
        return inbound + outbound + sending
    }

    private func flag(
        _ setting: Setting<String>,
        _ what: String,
        about concern: ExchangeFinding.Concern
    ) -> ExchangeFinding? {
        guard let name = setting.value, let last = name.lastIndex(of: "*"),
            last != name.startIndex || !name.hasPrefix("*.")
        else { return nil }
        return finding("\(what) is \(name), which holds a wildcard within", about: concern)
    }
}
