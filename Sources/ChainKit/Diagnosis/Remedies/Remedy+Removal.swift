extension Remedy {
    /// Takes a certificate off the servers, while no Send connector holds it.
    ///
    /// The order is Microsoft's: Exchange refuses to remove a certificate whose issuer and subject a Send connector
    /// names, even where another certificate of the same name stays.
    static func remove(
        _ unwanted: [InstalledCertificate],
        heldBy connector: TransportConnector,
        keeping kept: InstalledCertificate?,
        sourceServers: [String] = []
    ) -> Remedy {
        let stays = kept.map { [gettingCertificate($0.thumbprint, on: $0.server), pinning(connector)] } ?? []
        var commands = [service("Stop-Service"), setting(connector, [("TlsCertificateName", .null)])]
        commands += unwanted.map(removing)
        commands += stays
        commands.append(service("Start-Service"))
        let servers = sourceServers.isEmpty ? "every source server" : sourceServers.joined(separator: ", ")
        return Remedy(
            "Remove what the connector shall not present, in the order that Microsoft gives",
            commands,
            dangers: [
                "stop and start the service on \(servers), and remove on each of them", Danger.mailStops,
                Danger.replication, Danger.removal, Danger.edgeSubscription,
            ],
            certainty: .documented,
            source: Citation.cannotRemove
        )
    }

    /// Takes a certificate off a server whose connectors do not name it.
    static func drop(_ unwanted: InstalledCertificate) -> Remedy {
        Remedy(
            "Then take certificate \(unwanted.thumbprint) away where no other service needs it",
            [removing(unwanted)],
            dangers: [
                Danger.removal,
                "Exchange refuses while Send connectors name its issuer and subject, or while it is the internal one",
                Danger.importAssignsNothing, Danger.servicesAreAdditive,
            ],
            certainty: .inferred,
            source: "\(Citation.removeCertificate); \(Citation.enableCertificate)"
        )
    }

    private static func removing(_ unwanted: InstalledCertificate) -> PowerShellCommand {
        PowerShellCommand(
            "Remove-ExchangeCertificate",
            [("Thumbprint", .text(unwanted.thumbprint))] + at(unwanted.server)
        )
    }

    private static func service(_ cmdlet: StaticString) -> PowerShellCommand {
        PowerShellCommand(cmdlet, [("Name", .text("MSExchangeTransport"))])
    }
}
