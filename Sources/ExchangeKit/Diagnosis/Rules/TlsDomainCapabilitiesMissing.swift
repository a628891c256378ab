import ChainKit

/// Flags receiving servers of the hybrid mail flow without TlsDomainCapabilities.
struct TlsDomainCapabilitiesMissing: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-domain-capabilities-missing",
        severity: .warning,
        title: "A receiving server grants Exchange Online no TlsDomainCapabilities",
        rationale: """
            The Hybrid Configuration Wizard sets TlsDomainCapabilities on the Receive connector that Exchange Online \
            reaches, so that headers of cross-premises mail are kept. Without them those headers are dropped. \
            HealthChecker looks for them on connectors of Front End Transport.
            """,
        remedy: "run the Hybrid Configuration Wizard again, which sets them",
        citations: [Citation.setReceiveConnector, Citation.hybridTls, Citation.healthChecker],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        guard situation.isHybrid else { return [] }
        let names = situation.stores
        // A connector that Exchange Online does not meet is not missed on its server.
        let connectors = situation.settings.compactMap { connector, part -> ReceiveConnector? in
            guard case .receive(let receive) = connector, part.carriesMail else { return nil }
            return receive
        }
        let byServer = Dictionary(grouping: connectors) { $0.server.map(names.fullName) ?? "" }
        let named = situation.inventory.hybridConfiguration?.receivingTransportServers.value
        let lacking = byServer.filter { !$0.key.isEmpty && Self.lacksCapabilities($0.value) }.keys.sorted()
        if let named {
            return lacking.filter { server in named.contains { names.fullName(of: $0) == server } }.map(
                finding
            )
        }
        // Where nobody says which servers receive, one that has the capabilities is enough.
        let exported = byServer.keys.filter { !$0.isEmpty }
        return lacking.count == exported.count ? lacking.map(finding) : []
    }

    private func finding(_ server: String) -> ExchangeFinding {
        finding(
            "no Receive connector of Front End Transport on \(server) has TlsDomainCapabilities",
            about: .server(server),
            remedies: [.runWizard("Run the Hybrid Configuration Wizard again")]
        )
    }

    /// Whether the export of a server's connectors says that none has them; what was not exported is no lack.
    private static func lacksCapabilities(_ connectors: [ReceiveConnector]) -> Bool {
        let frontEnd = connectors.filter { $0.transportRole?.lowercased() != "hubtransport" }
        return !frontEnd.isEmpty
            && frontEnd.allSatisfy { connector in
                switch connector.tlsDomainCapabilities {
                case .notExported: false
                case .empty: true
                case .value(let values): values.isEmpty
                }
            }
    }
}
