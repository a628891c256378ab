/// Which names mean the same server: exports call it by its short name, its full name, or not at all.
struct ServerNames: Sendable {
    /// The servers that an inventory names, each under the longest of its names, in the order of their names.
    let all: [String]
    private let fullNames: [String: String]

    /// Gathers every name of a server in an inventory.
    init(_ inventory: ExchangeInventory) {
        var names: [String] = inventory.certificates.compactMap(\.server)
        names += inventory.receiveConnectors.compactMap(\.server)
        names += inventory.sendConnectors.flatMap { $0.sourceTransportServers.value ?? [] }
        names += inventory.transportServers.map(\.name)
        names += inventory.servers.flatMap { [$0.name] + ($0.fqdn.value.map { [$0] } ?? []) }
        var longest: [String: String] = [:]
        for name in names where !name.isEmpty {
            let short = Self.short(name)
            // A name that is as long stays, whichever came first, so that the order of exports plays no part.
            if let known = longest[short], (known.count, name) >= (name.count, known) { continue }
            longest[short] = name
        }
        fullNames = longest
        all = longest.values.sorted()
    }

    /// The name's first label in lower case: NetBIOS names are unique in an organisation.
    static func short(_ name: String) -> String {
        String(name.split(separator: ".", maxSplits: 1).first ?? "").lowercased()
    }

    /// The longest name known for a server.
    func fullName(of name: String) -> String { fullNames[Self.short(name)] ?? name }

    /// The server's fully qualified name, nil where only a short one is known.
    func fqdn(of name: String) -> String? {
        let full = fullName(of: name)
        return full.contains(".") ? full : nil
    }

    /// The certificates in a server's store.
    ///
    /// An export of one server need not name it; where no more than one is known, what is not named is taken for its.
    func certificates(of server: String?, in inventory: ExchangeInventory) -> [InstalledCertificate] {
        inventory.certificates.filter { installed in
            guard let owner = installed.server else { return all.count <= 1 || server == nil }
            guard let server else { return true }
            return Self.short(owner) == Self.short(server)
        }
    }
}
