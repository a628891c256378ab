/// An export that is not there, the command that makes it, and what cannot be said without it.
public struct MissingExport: Sendable, Hashable {
    /// What is missing, lower case, no full stop.
    public let what: String
    /// The command of the Exchange Management Shell, or of Exchange Online's where `isOnline`.
    public let command: String
    /// What cannot be said without it, lower case, no full stop.
    public let consequence: String
    /// Whether the command is one of Exchange Online's.
    public let isOnline: Bool

    init(_ what: String, _ command: String, _ consequence: String, isOnline: Bool = false) {
        self.what = what
        self.command = command
        self.consequence = consequence
        self.isOnline = isOnline
    }
}

extension ExchangeInventory {
    /// What else an administrator could export, what matters most first.
    public var missingExports: [MissingExport] {
        missingCertificates + missingServers + missingConnectors + missingOrganization
    }

    private var missingCertificates: [MissingExport] {
        if certificates.isEmpty {
            return [
                MissingExport(
                    "the servers' certificates",
                    "Get-ExchangeCertificate | Export-Clixml certificates.xml",
                    "which certificates the servers have, and which of them Exchange takes"
                )
            ]
        }
        var missing: [MissingExport] = []
        if certificates.contains(where: { $0.certificate == nil }) {
            missing.append(
                MissingExport(
                    "octets of certificates that are known by their thumbprint only",
                    "Get-ExchangeCertificate | Export-Clixml certificates.xml",
                    "whether those certificates may be bound"
                )
            )
        }
        if certificates.contains(where: { $0.services == nil }) {
            missing.append(
                MissingExport(
                    "services of certificates",
                    """
                    Get-ExchangeCertificate | Select-Object Identity, Thumbprint, Services, Status, RootCAType, \
                    HasPrivateKey | Export-Clixml services.xml
                    """,
                    "which certificates are assigned to SMTP"
                )
            )
        }
        return missing
    }

    /// Servers that other exports name and of which no certificate is known.
    private var missingServers: [MissingExport] {
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

    private var missingConnectors: [MissingExport] {
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

    private var missingOrganization: [MissingExport] {
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
