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
