extension ExchangeInventory {
    /// Servers that exports name and of whose certificates none is known to be theirs.
    var missingServers: [MissingExport] {
        let stores = ServerStores(self)
        let full = Set(
            (servers.map { $0.fqdn.value ?? $0.name } + receiveConnectors.compactMap(\.server))
                .map { stores.fullName(of: $0) }
        )
        return stores.all.filter { stores.coverage(of: $0) != .exported }.map { server in
            // The name is from a file, and somebody will paste the command into a shell.
            let argument = server.utf8.allSatisfy(Self.isPlain) ? server : "<server>"
            let isEdge = stores.isEdge(server)
            let doubt =
                stores.coverage(of: server) == .ambiguous
                ? ", and whether the certificates that name no server are its" : ""
            // Nothing but Get-ExchangeServer and Receive connectors tells a server of the domain from an Edge server.
            let edge =
                isEdge || full.contains(server)
                ? "" : "; on an Edge Transport server, run the command there without -Server"
            return MissingExport(
                "certificates of \(server)",
                """
                Get-ExchangeCertificate\(isEdge ? "" : " -Server \(argument)") | Export-Clixml \
                certificates-\(argument).xml
                """,
                "which certificate \(server) takes" + doubt + edge,
                shell: isEdge ? "in a shell on \(server) itself" : nil
            )
        }
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
