/// The servers of an inventory, and which certificates stand in the store of each.
struct ServerStores: Sendable {
    /// The servers that an inventory names, by the fullest name known of each, in the order of their names.
    let all: [String]
    private let names: ServerNames
    private let certificates: [InstalledCertificate]

    /// Gathers every name of a server in an inventory.
    init(_ inventory: ExchangeInventory) {
        var mentioned = inventory.servers.flatMap { [$0.fqdn.value, $0.name].compactMap { $0 } }
        mentioned += inventory.certificates.compactMap(\.server)
        mentioned += inventory.receiveConnectors.compactMap(\.server)
        mentioned += inventory.sendConnectors.flatMap { $0.sourceTransportServers.value ?? [] }
        mentioned += inventory.transportServers.map(\.name)
        let names = ServerNames(mentioned)
        self.names = names
        var seen: Set<String> = []
        all = mentioned.map { names.canonical($0) }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.sorted()
        certificates = inventory.certificates
    }

    /// The fullest name known for a server.
    func fullName(of name: String) -> String { names.canonical(name) }

    /// The server's fully qualified name, nil where only a short one is known.
    func fqdn(of name: String) -> String? {
        let full = fullName(of: name)
        return full.contains(".") ? full : nil
    }

    /// Whether two names mean one server; what has no name is one server.
    func isSame(_ one: String?, _ other: String?) -> Bool {
        one.map { fullName(of: $0).lowercased() } == other.map { fullName(of: $0).lowercased() }
    }

    /// The certificates in a server's store.
    ///
    /// An export of one server need not name it; where no more than one is known, what is not named is taken for its.
    func certificates(of server: String?) -> [InstalledCertificate] {
        certificates.filter { installed in
            guard let owner = installed.server else { return all.count <= 1 || server == nil }
            guard let server else { return true }
            return isSame(owner, server)
        }
    }
}
