extension ExchangeInventory {
    /// Connectors and servers.
    var missingConnectors: [MissingExport] {
        var missing: [MissingExport] = []
        if receiveConnectors.isEmpty {
            let command = "Get-ReceiveConnector | Export-Clixml receive-connectors.xml"
            missing.append(
                MissingExport(
                    "the Receive connectors",
                    command,
                    "which certificate a server presents to Exchange Online"
                )
            )
        }
        if sendConnectors.isEmpty {
            let command = "Get-SendConnector | Export-Clixml send-connectors.xml"
            missing.append(
                MissingExport(
                    "the Send connectors",
                    command,
                    "with which certificate a server sends to Exchange Online"
                )
            )
        }
        if servers.isEmpty {
            let command = "Get-ExchangeServer | Export-Clixml servers.xml"
            missing.append(
                MissingExport(
                    "the servers",
                    command,
                    "the servers' full names, which count where a connector has none"
                )
            )
        }
        return missing
    }

    /// What there is one of in an organisation, and Exchange Online's side.
    var missingOrganization: [MissingExport] {
        let exports: [(isMissing: Bool, export: MissingExport)] = [
            (
                hybridConfiguration == nil,
                MissingExport(
                    "the hybrid configuration",
                    "Get-HybridConfiguration | Export-Clixml hybrid.xml",
                    "which certificate the Hybrid Configuration Wizard was given"
                )
            ),
            (
                acceptedDomains.isEmpty,
                MissingExport(
                    "the accepted domains",
                    "Get-AcceptedDomain | Export-Clixml accepted-domains.xml",
                    "whether the name that Exchange Online looks for is one of yours"
                )
            ),
            (
                transportServers.isEmpty,
                MissingExport(
                    "the transport services",
                    "Get-TransportService | Export-Clixml transport-services.xml",
                    "which certificate is used between the servers"
                )
            ),
            (
                inboundConnectors.isEmpty,
                MissingExport(
                    "Exchange Online's inbound connectors",
                    "Get-InboundConnector | Export-Clixml inbound-connectors.xml",
                    "which name Exchange Online wants in your certificate when you send",
                    isOnline: true
                )
            ),
            (
                outboundConnectors.isEmpty,
                MissingExport(
                    "Exchange Online's outbound connectors",
                    "Get-OutboundConnector | Export-Clixml outbound-connectors.xml",
                    "which name Exchange Online wants in your certificate when it sends to you",
                    isOnline: true
                )
            ),
        ]
        return exports.filter(\.isMissing).map(\.export)
    }
}
