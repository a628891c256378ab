// Whether mail of Exchange Online comes to a Receive connector. Each reason is a sentence's end without a full stop.
extension HybridMailFlow {
    /// Why Exchange Online cannot connect to it, nil where it can or that is not known.
    func unreachable(_ connector: ReceiveConnector) -> String? {
        if let addresses = connector.mailAddresses, let bindings = connector.bindings.value {
            if addresses.isEmpty {
                return """
                    it listens on \(bindings.joined(separator: ", ")): Exchange Online sends to port 25 of an address \
                    that it can reach
                    """
            }
        } else if let purpose = Self.defaultPurpose(of: connector) {
            return "its name is that of a connector which Exchange makes for \(purpose)"
        }
        guard let ranges = connector.remoteRanges, !ranges.isEmpty else { return nil }
        guard !ranges.contains(where: { ServiceAddresses.meet($0, isWorldwide: isWorldwide) }) else {
            return nil
        }
        return """
            its RemoteIPRanges (\(Self.listed(connector.remoteIPRanges))) hold no address that Exchange Online sends from
            """
    }

    /// Why a server takes no mail of Exchange Online by the hybrid configuration.
    func notReceiving(_ server: String?) -> String? {
        guard let server, let names = servers(\.receivingTransportServers, \.edgeTransportServers) else {
            return nil
        }
        guard !names.contains(where: { stores.isSame($0, server) }) else { return nil }
        // Edge servers are listed apart; without that list nothing is known of them.
        if inventory.hybridConfiguration?.edgeTransportServers.isKnown != true, stores.isEdge(server) {
            return nil
        }
        return """
            the hybrid configuration has \(Evidence.list(names)) receive from Exchange Online, and not \(server)
            """
    }

    /// Which connector takes Exchange Online's connections before this one: the one with the narrower range that holds
    /// the remote address (Microsoft, Receive connectors).
    func takenBefore(_ connector: ReceiveConnector) -> String? {
        guard isWorldwide, let ranges = connector.remoteRanges,
            let addresses = connector.mailAddresses
        else { return nil }
        let met = ServiceAddresses.worldwide.flatMap { network in
            ranges.compactMap { range in network.intersection(range).map { (part: $0, of: range) } }
        }
        let rivals = rivals(of: connector).filter { rival in
            addresses.allSatisfy { address in
                rival.mailAddresses?.contains { $0.covers(address) } == true
            }
        }
        let takers = met.map { met in
            rivals.first { rival in
                (rival.remoteRanges ?? []).contains {
                    $0.contains(met.part) && $0.isNarrower(than: met.of)
                }
            }
        }
        let names = Set(takers.compactMap { $0?.identity }).sorted()
        guard !met.isEmpty, !names.isEmpty, !takers.contains(where: { $0 == nil }) else { return nil }
        return """
            \(Evidence.list(names.map { "\"\($0)\"" })) on the same server \(names.count == 1 ? "has" : "have") narrower \
            RemoteIPRanges, and so \(names.count == 1 ? "takes" : "take") what Exchange Online sends
            """
    }

    /// The ranges of a connector that takes nothing but mail of Exchange Online, nil for others.
    func serviceRanges(of connector: ReceiveConnector) -> String? {
        guard connector.transportRole?.lowercased() != "hubtransport", let ranges = connector.remoteRanges,
            !ranges.isEmpty,
            ranges.allSatisfy({ range in ServiceAddresses.worldwide.contains { $0.contains(range) } })
        else { return nil }
        return Self.listed(connector.remoteIPRanges)
    }

    /// What Exchange makes a connector of that name for, where it is not for mail of other organisations.
    private static func defaultPurpose(of connector: ReceiveConnector) -> String? {
        let parts = connector.identity.split(separator: "\\", maxSplits: 1)
        guard parts.count == 2, let server = parts.first?.split(separator: ".").first?.lowercased() else {
            return nil
        }
        let purposes = [
            ("client frontend", "clients, on port 587"), ("client proxy", "its own Front End, on port 465"),
            ("outbound proxy frontend", "mail that its own servers send, on port 717"),
            ("default", "its own Front End, on port 2525"),
        ]
        return purposes.first { "\($0.0) \(server)" == parts[1].lowercased() }?.1
    }

    private static func listed(_ setting: Setting<[String]>) -> String { Evidence.list(setting.value ?? []) }
}

extension ExchangeInventory {
    /// Whether a connector names the service of a sovereign cloud.
    var namesSovereignCloud: Bool {
        let sending = sendConnectors.flatMap { [$0.tlsDomain.value ?? ""] + ($0.smartHosts.value ?? []) }
        let receiving = receiveConnectors.flatMap { $0.tlsDomainCapabilities.value ?? [] }
        return (sending + receiving).contains { name in
            [".office365.us", ".partner.outlook.cn"].contains { name.lowercased().contains($0) }
        }
    }
}
