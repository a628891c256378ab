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
    /// Where the command must be run, nil for any shell of the organisation or of Exchange Online.
    public let shell: String?

    init(
        _ what: String,
        _ command: String,
        _ consequence: String,
        isOnline: Bool = false,
        shell: String? = nil
    ) {
        self.what = what
        self.command = command
        self.consequence = consequence
        self.isOnline = isOnline
        self.shell = shell
    }
}

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
