extension Remedy {
    /// Names a certificate in a connector's TlsCertificateName.
    static func pin(
        _ connector: TransportConnector,
        to installed: InstalledCertificate,
        on server: String?
    ) -> Remedy {
        var commands: [PowerShellCommand] = []
        var dangers = [Danger.everyServerFirst]
        if let services = installed.services, !services.contains(.smtp) {
            commands.append(addingSmtp(to: installed.thumbprint, on: server))
            dangers.append(Danger.answerNo)
        }
        commands.append(gettingCertificate(installed.thumbprint, on: server))
        commands.append(pinning(connector))
        if server == nil || installed.server == nil { dangers.append(Danger.edgeSubscription) }
        return Remedy(
            "Name certificate \(installed.thumbprint) in the TlsCertificateName of \(connector.identity)",
            commands,
            dangers: dangers,
            certainty: .documented,
            source: "\(citation(of: connector)); \(Citation.hybridTls)"
        )
    }

    /// Empties a connector's TlsCertificateName, so that its Fqdn decides again.
    static func clearName(of connector: TransportConnector) -> Remedy {
        Remedy(
            "Or clear the stale name of \(connector.identity) and run the Hybrid Configuration Wizard again",
            [setting(connector, [("TlsCertificateName", .null)])],
            dangers: [
                "until the wizard has run, the connector's Fqdn decides which certificate is presented"
            ],
            certainty: .documented,
            source: Citation.newCertificate
        )
    }

    /// The connector's `Set-` cmdlet with parameters.
    static func setting(
        _ connector: TransportConnector,
        _ parameters: [PowerShellCommand.Parameter]
    ) -> PowerShellCommand {
        let all = [("Identity", .text(connector.identity))] + parameters
        return switch connector {
        case .send: PowerShellCommand("Set-SendConnector", all)
        case .receive: PowerShellCommand("Set-ReceiveConnector", all)
        }
    }

    /// `$certificate = Get-ExchangeCertificate …`.
    static func gettingCertificate(_ thumbprint: String, on server: String?) -> PowerShellCommand {
        PowerShellCommand(
            "Get-ExchangeCertificate",
            [("Thumbprint", .text(thumbprint))] + at(server),
            variable: "certificate"
        )
    }

    /// The line that takes the name from `$certificate`.
    static func pinning(_ connector: TransportConnector) -> PowerShellCommand {
        var parameters: [PowerShellCommand.Parameter] = [
            ("TlsCertificateName", .expression(nameOfCertificate))
        ]
        // Exchange wants RequireTLS beside a TlsCertificateName on Send connectors (KB 3062283).
        if case .send = connector { parameters.append(("RequireTLS", .flag(true))) }
        return setting(connector, parameters)
    }

    /// `-Server`, where the server is known.
    static func at(_ server: String?) -> [PowerShellCommand.Parameter] {
        server.map { [("Server", .text($0))] } ?? []
    }

    private static let nameOfCertificate = PowerShellCommand.StaticExpression(
        "\"<I>$($certificate.Issuer)<S>$($certificate.Subject)\""
    )

    private static func citation(of connector: TransportConnector) -> String {
        switch connector {
        case .send: Citation.setSendConnector
        case .receive: Citation.setReceiveConnector
        }
    }
}
