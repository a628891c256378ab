import ChainKit

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
        let inbound = situation.onPremisesInbound.compactMap { connector in
            flag(
                connector.tlsSenderCertificateName,
                "the TlsSenderCertificateName of inbound connector \"\(connector.name)\"",
                about: .inboundConnector(connector.name)
            )
        }
        let outbound = situation.onPremisesOutbound.compactMap { connector in
            flag(
                connector.tlsDomain,
                "the TlsDomain of outbound connector \"\(connector.name)\"",
                about: .outboundConnector(connector.name)
            )
        }
        let sending = situation.settings.compactMap { connector, part -> ExchangeFinding? in
            guard case .send(let send) = connector else { return nil }
            let isCompared = send.tlsAuthLevel.value?.lowercased() == "domainvalidation"
            return flag(
                send.tlsDomain,
                "the TlsDomain of \(connector.label)",
                about: connector.concern,
                severity: part.carriesMail && isCompared ? .error : .warning
            )
        }
        return inbound + outbound + sending
    }

    private func flag(
        _ setting: Setting<String>,
        _ what: String,
        about concern: ExchangeFinding.Concern,
        severity: Severity = .error
    ) -> ExchangeFinding? {
        guard let name = setting.value, let last = name.lastIndex(of: "*"),
            last != name.startIndex || !name.hasPrefix("*.")
        else { return nil }
        return finding(
            "\(what) is \(name), which holds a wildcard within",
            about: concern,
            severity: severity
        )
    }
}
