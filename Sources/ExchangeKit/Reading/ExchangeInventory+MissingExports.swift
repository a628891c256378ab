public import ChainKit

extension ExchangeInventory {
    /// What else an administrator could export, what matters most first.
    public var missingExports: [MissingExport] {
        missingCertificates + missingServers + missingConnectors + missingOrganization
    }

    private var missingCertificates: [MissingExport] {
        if certificates.isEmpty {
            // Where servers are named, each is asked for by itself.
            guard mentionedServers.isEmpty else { return [] }
            return [
                MissingExport(
                    "the servers' certificates",
                    "Get-ExchangeCertificate | Export-Clixml certificates.xml",
                    "which certificates the servers have, and which of them Exchange takes",
                    shell: "run as administrator; an empty list is not an empty store"
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
}

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

/// An export that a cmdlet wrote nothing into.
///
/// Get-ExchangeCertificate lists nothing in a shell that was not started as administrator, and with payload signing
/// where the Auth certificate has expired (CSS-Exchange #1448, #1563, #1808). So an empty list is no empty store.
enum EmptyListing {
    /// What a report says of such a file.
    static let note = """
        nothing was exported into it; if it was Get-ExchangeCertificate: an empty list is not an empty store, run the \
        shell as administrator and look whether the Auth certificate has expired
        """

    /// Whether a file holds what is left of a listing of nothing: white space, an empty array, a table's heading.
    static func holds(_ octets: [UInt8]) -> Bool {
        guard octets.count <= mostOctets else { return false }
        // UTF-16 in either order is ASCII with zeros between; marks of the order are passed over.
        let text = octets.filter { $0 != 0 && $0 < 0x80 }
        guard octets.count(where: { $0 >= 0x80 }) <= 3 else { return false }
        let words = text.split { $0 <= 0x20 }
        if words.isEmpty
            || words.elementsEqual([[UInt8(ascii: "["), UInt8(ascii: "]")]], by: { $0.elementsEqual($1) })
        {
            return true
        }
        let rules = words.count { $0.allSatisfy { $0 == UInt8(ascii: "-") } }
        let names = words.count { $0.allSatisfy(isLetter) }
        return rules > 1 && names == rules && names + rules == words.count
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    }

    /// A heading of every column of Get-ExchangeCertificate is shorter.
    private static let mostOctets = 4_096
}
