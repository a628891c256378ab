/// Certificates that name no server, where the exports name several that they may be from.
public struct ServerQuestion: Sendable, Hashable {
    /// The files that the certificates stand in.
    public let files: [String]
    /// The servers that may be meant, by their names.
    public let servers: [String]
}

extension ExchangeSituation {
    /// The question which server unnamed certificates are from, nil where it does not arise.
    public var serverQuestion: ServerQuestion? {
        let servers = stores.all.filter { stores.coverage(of: $0) == .ambiguous }
        var files: [String] = []
        for installed in inventory.certificates where installed.server == nil && !installed.isOnlyConsidered {
            if !files.contains(installed.place.path) { files.append(installed.place.path) }
        }
        return servers.isEmpty ? nil : ServerQuestion(files: files, servers: servers)
    }
}
