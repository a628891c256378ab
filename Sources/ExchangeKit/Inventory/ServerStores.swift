import ChainKit

/// The servers of an inventory, and which certificates stand in the store of each, as far as they were exported.
struct ServerStores: Sendable {
    /// How much of a server's store the exports hold.
    enum Coverage: Sendable, Hashable {
        /// Certificates of this server were exported.
        case exported
        /// Certificates were exported that name no server, and several servers may be meant.
        case ambiguous
        /// No certificate of this server was exported. Which ones it has is unknown.
        case notExported
    }

    /// The servers that an inventory names, by the fullest name known of each, in the order of their names.
    let all: [String]
    private let names: ServerNames
    private let certificates: [InstalledCertificate]
    private let covered: Set<String>
    private let edges: Set<String>

    /// Gathers every name of a server in an inventory.
    init(_ inventory: ExchangeInventory) {
        let mentioned = inventory.mentionedServers + inventory.certificates.compactMap(\.server)
        let names = ServerNames(mentioned)
        self.names = names
        var seen: Set<String> = []
        all = mentioned.map { names.canonical($0) }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.sorted()
        certificates = inventory.certificates
        covered = Set(
            certificates.filter { !$0.isOnlyConsidered }.compactMap(\.server)
                .map { names.canonical($0).lowercased() }
        )
        edges = Set(inventory.edgeServers.map { names.canonical($0).lowercased() })
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

    /// Whether the exports say that a server is an Edge Transport server.
    func isEdge(_ server: String) -> Bool { edges.contains(fullName(of: server).lowercased()) }

    /// How many files hold certificates that name no server.
    var unnamedFiles: Int {
        Set(certificates.filter { $0.server == nil && !$0.isOnlyConsidered }.map(\.place.path)).count
    }

    /// How much of a server's store was exported; nil for the server of a connector that names none.
    func coverage(of server: String?) -> Coverage {
        guard certificates.contains(where: { !$0.isOnlyConsidered }) else { return .notExported }
        guard let server else { return all.count <= 1 ? .exported : .ambiguous }
        if covered.contains(fullName(of: server).lowercased()) { return .exported }
        guard unnamedFiles > 0 else { return .notExported }
        return all.count <= 1 ? .exported : .ambiguous
    }

    /// The certificates in a server's store; where the coverage is ambiguous, those that may stand in it.
    ///
    /// An export of one server need not name it; where no more than one is known, what is not named is taken for its.
    func certificates(of server: String?) -> [InstalledCertificate] {
        guard let server else { return certificates }
        let isUnnamedMeant = all.count <= 1 || coverage(of: server) == .ambiguous
        return certificates.filter { installed in
            installed.server.map { isSame($0, server) } ?? isUnnamedMeant
        }
    }
}

extension ExchangeInventory {
    /// Every name of a server outside the certificates, as exported; one server may have several.
    var mentionedServers: [String] {
        servers.flatMap { [$0.fqdn.value, $0.name].compactMap { $0 } }
            + receiveConnectors.compactMap(\.server)
            + sendConnectors.flatMap { $0.sourceTransportServers.value ?? [] } + transportServers.map(\.name)
            + hybridServers
    }

    /// Servers that the hybrid configuration names.
    private var hybridServers: [String] {
        guard let hybrid = hybridConfiguration else { return [] }
        return [
            hybrid.sendingTransportServers, hybrid.receivingTransportServers, hybrid.edgeTransportServers,
        ]
        .flatMap { $0.value ?? [] }
    }

    /// Names of servers that an export calls Edge Transport servers.
    fileprivate var edgeServers: [String] {
        servers.filter { $0.role?.lowercased().contains("edge") == true }.map { $0.fqdn.value ?? $0.name }
            + (hybridConfiguration?.edgeTransportServers.value ?? [])
    }
}

/// Names of servers, of which some exports give the first label and others all.
///
/// `EX01` and `ex01.contoso.com` are one server unless a second full name begins with the same label.
struct ServerNames: Sendable {
    private var full: [String: Set<String>] = [:]
    private var spelling: [String: String] = [:]

    /// Gathers names as they were exported.
    init(_ names: some Sequence<String>) {
        for name in names where name.contains(".") {
            full[Self.label(of: name), default: []].insert(name.lowercased())
            spelling[name.lowercased()] = spelling[name.lowercased()] ?? name
        }
    }

    /// The full name where it is known, in the spelling that came first.
    func canonical(_ name: String) -> String {
        if let spelled = spelling[name.lowercased()] { return spelled }
        guard !name.contains("."), let names = full[name.lowercased()], names.count == 1,
            let only = names.first
        else { return name }
        return spelling[only] ?? name
    }

    private static func label(of name: String) -> String {
        name.split(separator: ".").first.map { $0.lowercased() } ?? ""
    }
}
