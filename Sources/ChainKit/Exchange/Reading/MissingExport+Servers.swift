extension ExchangeInventory {
    /// Servers that other exports name and of which no certificate is known.
    var missingServers: [MissingExport] {
        guard !certificates.isEmpty else { return [] }
        let holders = certificates.compactMap(\.server)
        let hybrid = hybridConfiguration.map {
            ($0.sendingTransportServers.value ?? []) + ($0.receivingTransportServers.value ?? [])
        }
        let named =
            servers.map { $0.fqdn.value ?? $0.name } + transportServers.map(\.name)
            + receiveConnectors.compactMap(\.server)
            + sendConnectors.flatMap { $0.sourceTransportServers.value ?? [] } + (hybrid ?? [])
        let names = ServerNames(holders + named)
        var seen = Set(holders.map { names.canonical($0).lowercased() })
        let others = named.map { names.canonical($0) }.filter { seen.insert($0.lowercased()).inserted }
        return others.map { server in
            // The name is from a file, and somebody will paste the command into a shell.
            let argument = server.utf8.allSatisfy(Self.isPlain) ? server : "<server>"
            return MissingExport(
                "certificates of \(server)",
                "Get-ExchangeCertificate -Server \(argument) | Export-Clixml certificates-\(argument).xml",
                "which certificate \(server) takes"
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
