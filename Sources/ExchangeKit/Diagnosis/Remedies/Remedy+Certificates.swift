import ChainKit

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

extension Remedy {
    /// Assigns SMTP to a certificate.
    static func assignSmtp(to thumbprint: String, on server: String?) -> Remedy {
        Remedy(
            "Assign SMTP to certificate \(thumbprint)\(server.map { " on \($0)" } ?? "")",
            [addingSmtp(to: thumbprint, on: server)],
            dangers: [Danger.answerNo],
            certainty: .documented,
            source: Citation.enableCertificate
        )
    }

    /// `Enable-ExchangeCertificate`, which never carries the switch that answers its question with Yes.
    static func addingSmtp(to thumbprint: String, on server: String?) -> PowerShellCommand {
        PowerShellCommand(
            "Enable-ExchangeCertificate",
            [("Thumbprint", .text(thumbprint)), ("Services", .text("SMTP"))] + at(server)
        )
    }

    /// Links a certificate with its private key again, where the server still has the key.
    static func repairKey(of thumbprint: String, on server: String?) -> Remedy {
        Remedy(
            "Link certificate \(thumbprint) with its private key again\(server.map { " on \($0)" } ?? "")",
            shell: .windows,
            [PowerShellCommand("certutil", [("repairstore", .text("my")), ("", .text(thumbprint))])],
            dangers: [
                """
                it helps only where the key is still on that server: where it is not, import the certificate again \
                together with its key
                """
            ],
            certainty: .stated,
            source: Citation.repairStore
        )
    }

    /// Brings a certificate to a server that lacks it.
    static func importCertificate(on server: String) -> Remedy {
        Remedy(
            "Import the certificate with its private key on \(server), from a PFX file of a server that has it",
            [
                PowerShellCommand("Read-Host", [("AsSecureString", .none)], variable: "password"),
                PowerShellCommand(
                    "Import-ExchangeCertificate",
                    [
                        ("Server", .text(server)),
                        (
                            "FileData",
                            .expression(
                                PowerShellCommand.StaticExpression(
                                    "([System.IO.File]::ReadAllBytes('C:\\import\\certificate.pfx'))"
                                )
                            )
                        ),
                        ("Password", .expression(PowerShellCommand.StaticExpression("$password"))),
                    ]
                ),
            ],
            dangers: ["put the file's own path in; importing assigns no service, so assign SMTP afterwards"],
            certainty: .documented,
            source: Citation.importCertificate
        )
    }

    /// Has the server make or take another certificate for mail between its own servers.
    static func renewInternalTransport(on server: String) -> Remedy {
        Remedy(
            "Make a new self-signed certificate on \(server) for mail between Exchange servers",
            [
                PowerShellCommand(
                    "Get-TransportService",
                    [("", .text(server))],
                    pipedInto: [
                        PowerShellCommand(
                            "Format-List",
                            [("", .text("InternalTransportCertificateThumbprint"))]
                        )
                    ]
                ),
                PowerShellCommand("New-ExchangeCertificate", [("Server", .text(server))]),
            ],
            dangers: [
                """
                here, and only here, the question whether to overwrite the default SMTP certificate may be answered \
                Yes: the default certificate is the internal one
                """,
                Danger.edgeSubscription,
            ],
            certainty: .documented,
            source: "\(Citation.anonymousSelection); \(Citation.internalTransport)"
        )
    }
}

extension Remedy {
    /// Shows that a change took: what would be chosen, what is sent, and the queue.
    static func verify(_ connector: TransportConnector, name: String?, on server: String?) -> Remedy {
        var commands: [PowerShellCommand] = []
        if let name {
            commands.append(
                PowerShellCommand("Get-ExchangeCertificate", [("DomainName", .text(name))] + at(server))
            )
        }
        commands.append(setting(connector, [("ProtocolLoggingLevel", .text("Verbose"))]))
        if case .send = connector { commands.append(retryingQueues) }
        return Remedy(
            "Verify afterwards\(name == nil ? "" : ": the first certificate listed is the one that Exchange selects by name")",
            commands,
            dangers: [
                "a pinned connector looks for its TlsCertificateName and not for that name",
                "in the protocol log look for \"Sending certificate\"; set the logging back afterwards",
                Danger.restartNotDocumented,
            ],
            certainty: .documented,
            source: "\(Citation.getCertificate); \(Citation.cannotRemove); \(Citation.noCredentials)"
        )
    }

    /// Restarts the transport service that presents the certificate.
    static func restart(_ connector: TransportConnector) -> Remedy {
        let service =
            switch connector {
            case .send: "MSExchangeTransport"
            case .receive: "MSExchangeFrontEndTransport"
            }
        return Remedy(
            "Restart the transport service on each server if the change does not take",
            shell: .windows,
            [PowerShellCommand("Restart-Service", [("Name", .text(service))])],
            dangers: [Danger.restartNotDocumented, Danger.mailStops],
            certainty: .unknown,
            source: Citation.cannotRemove
        )
    }

    private static let retryingQueues = PowerShellCommand(
        "Get-Queue",
        [("ResultSize", .text("Unlimited"))],
        pipedInto: [
            PowerShellCommand(
                "Where-Object",
                [("", .expression(PowerShellCommand.StaticExpression("{ $_.Status -eq 'Retry' }")))]
            ),
            PowerShellCommand("Retry-Queue"),
        ]
    )
}
