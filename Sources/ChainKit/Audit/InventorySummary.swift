/// What an inventory amounts to, once it is known which certificates an audit read.
public struct InventorySummary: Sendable, Hashable {
    /// Certificates of servers, counted once for each server.
    public let installed: Int
    /// Servers that have some.
    public let servers: Int
    /// Certificates that nobody could judge, because neither an export nor a file has their octets.
    public let withoutOctets: [InstalledCertificate]
    /// What else could be exported.
    public let missing: [MissingExport]
    /// What each connector is predicted to present; empty where nobody was asked.
    public internal(set) var predictions: [PredictedCertificate] = []

    init(_ inventory: ExchangeInventory) {
        installed = inventory.certificates.count
        servers = Set(inventory.certificates.compactMap { $0.server?.lowercased() }).count
        withoutOctets = inventory.certificates.filter { $0.certificate == nil }
        missing = inventory.missingExports
    }
}
