import ChainKit

/// Which connectors of an organisation Exchange Online meets.
///
/// A connector's own settings say that it is meant for mail to or from Exchange Online (``HybridPart``). Whether that
/// mail comes its way is for the other connectors, for where it listens, and for the hybrid configuration to say. What
/// was not exported never takes a connector out.
struct HybridMailFlow: Sendable {
    let inventory: ExchangeInventory
    let stores: ServerStores
    /// Whether the tenant is one of the worldwide service, whose networks are known.
    let isWorldwide: Bool
    /// Receive connectors by server, in lower case, of those that Exchange Online's addresses reach.
    private let receivers: [String: [ReceiveConnector]]
    /// Send connectors by the servers that they send from.
    private let senders: [Set<String>: [SendConnector]]

    /// Groups the connectors of an inventory.
    init(_ inventory: ExchangeInventory, _ stores: ServerStores) {
        self.inventory = inventory
        self.stores = stores
        isWorldwide = !inventory.namesSovereignCloud
        receivers = Dictionary(
            grouping: inventory.receiveConnectors.filter { connector in
                connector.isEnabled == true && connector.server != nil
                    && (connector.remoteRanges ?? []).contains {
                        ServiceAddresses.meet($0, isWorldwide: true)
                    }
            },
            by: { connector in connector.server.map { stores.fullName(of: $0).lowercased() } ?? "" }
        )
        senders = Dictionary(
            grouping: inventory.sendConnectors.filter {
                $0.isEnabled == true && $0.isScoped != true && $0.sourceTransportServers.value != nil
            },
            by: { Self.sources(of: $0, stores) }
        )
    }

    /// The other connectors in use that Exchange Online's connections to a server may come to.
    func rivals(of connector: ReceiveConnector) -> [ReceiveConnector] {
        guard let server = connector.server else { return [] }
        let all = receivers[stores.fullName(of: server).lowercased()] ?? []
        return all.count > Self.mostRivals ? [] : all.filter { $0.identity != connector.identity }
    }

    /// The other connectors in use by which the same servers send.
    func rivals(of connector: SendConnector) -> [SendConnector] {
        let all = senders[Self.sources(of: connector, stores)] ?? []
        return all.count > Self.mostRivals ? [] : all.filter { $0.name != connector.name }
    }

    private static func sources(of connector: SendConnector, _ stores: ServerStores) -> Set<String> {
        Set(
            (connector.sourceTransportServers.value ?? []).map {
                stores.fullName(of: serverName($0)).lowercased()
            }
        )
    }

    /// Connectors of one server that are compared with each other; beyond them nothing is concluded.
    private static let mostRivals = 200

    /// What a Receive connector has to do with Exchange Online.
    func part(of connector: ReceiveConnector) -> HybridPart {
        var connector = connector
        // An Edge Transport server has no Front End: mail comes to its Transport service.
        if let server = connector.server, stores.isEdge(server) { connector.transportRole = nil }
        var part = HybridPart(connector)
        if case .none = part, let ranges = serviceRanges(of: connector) {
            part = .carriesHybridMail(because: "its RemoteIPRanges are Exchange Online's: \(ranges)")
        }
        if case .none = part { return part }
        let reason =
            unreachable(connector) ?? notReceiving(connector.server) ?? takenBefore(connector)
        return reason.map { .notMet(because: $0) } ?? part
    }

    /// What a Send connector has to do with Exchange Online.
    func part(of connector: SendConnector) -> HybridPart {
        let part = HybridPart(connector)
        guard part.isHybrid, let reason = takenBefore(connector) else { return part }
        return .notMet(because: reason)
    }

    /// The names of servers that a setting of the hybrid configuration lists; nil where it lists none.
    func servers(_ settings: KeyPath<HybridConfiguration, Setting<[String]>>...) -> [String]? {
        guard let configuration = inventory.hybridConfiguration, let first = settings.first,
            configuration[keyPath: first].isKnown
        else { return nil }
        let names = settings.flatMap { configuration[keyPath: $0].value ?? [] }
        return names.isEmpty ? nil : names.map { stores.fullName(of: Self.serverName($0)) }
    }

    /// The servers that the hybrid configuration has send to Exchange Online, nil where it does not say.
    var sendingServers: [String]? { servers(\.sendingTransportServers, \.edgeTransportServers) }

    /// The name of a server, which exports also write as a canonical or distinguished name of Active Directory.
    static func serverName(_ text: String) -> String {
        if let slash = text.lastIndex(of: "/") { return String(text[text.index(after: slash)...]) }
        guard text.uppercased().hasPrefix("CN="), let end = text.firstIndex(of: ",") else { return text }
        return String(text[..<end].dropFirst(3))
    }
}

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

// Whether mail to Exchange Online goes by a Send connector.
extension HybridMailFlow {
    /// Which connector takes all of a connector's mail: the one with the same address space at a lower cost.
    ///
    /// Exchange adds the cost of site links, so that two connectors are compared only where the same servers send by
    /// both. Of two that cost the same nothing is concluded, and a scoped connector is not there for every server.
    func takenBefore(_ connector: SendConnector) -> String? {
        guard let spaces = connector.addressSpaces.value, !spaces.isEmpty,
            connector.sourceTransportServers.value != nil
        else { return nil }
        let rivals = rivals(of: connector)
        let takers = spaces.map { text -> SendConnector? in
            guard let space = AddressSpace(text) else { return nil }
            return rivals.first { rival in
                (rival.addressSpaces.value ?? []).compactMap { AddressSpace($0) }.contains {
                    $0.kind == space.kind && $0.domain == space.domain && $0.cost < space.cost
                }
            }
        }
        let names = Set(takers.compactMap { $0?.name }).sorted()
        guard !names.isEmpty, !takers.contains(where: { $0 == nil }) else { return nil }
        return """
            \(Evidence.list(names.map { "\"\($0)\"" })) \(names.count == 1 ? "has" : "have") the same address space at \
            a lower cost, and so \(names.count == 1 ? "takes" : "take") its mail
            """
    }
}

/// An address space of a Send connector: `smtp:contoso.mail.onmicrosoft.com;1`.
struct AddressSpace: Sendable, Hashable {
    /// `smtp` where the text names none.
    let kind: String
    /// The domain in lower case; `*` for every one, `--` for all of the organization's.
    let domain: String
    /// 1 to 100; 1 where the text names none.
    let cost: Int

    /// Nil for text with a cost that is no number.
    init?(_ text: String) {
        let parts = text.lowercased().split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = parts.first else { return nil }
        if parts.count == 2 {
            guard let number = Int(String(parts[1]).trimmed) else { return nil }
            cost = number
        } else {
            cost = 1
        }
        let words = address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        kind = words.count == 2 ? String(words[0]).trimmed : "smtp"
        domain = String(words[words.count - 1]).trimmed
    }
}
