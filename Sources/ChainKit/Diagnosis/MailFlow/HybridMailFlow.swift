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
