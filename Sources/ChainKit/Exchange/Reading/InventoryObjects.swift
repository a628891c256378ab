import ExchangeExports

/// The objects of an inventory, each kind by itself and each object once.
struct InventoryObjects {
    private var certificates = InventoryRecords<InstalledCertificate>()
    private var sendConnectors = InventoryRecords<SendConnector>()
    private var receiveConnectors = InventoryRecords<ReceiveConnector>()
    private var acceptedDomains = InventoryRecords<AcceptedDomain>()
    private var hybridConfigurations = InventoryRecords<HybridConfiguration>()
    private var transportServers = InventoryRecords<TransportServer>()
    private var servers = InventoryRecords<ExchangeServer>()
    private var inboundConnectors = InventoryRecords<InboundConnector>()
    private var outboundConnectors = InventoryRecords<OutboundConnector>()

    /// Adds certificates, under their servers' full names where some record has them.
    ///
    /// Other objects come first:
    /// they name servers, too.
    ///
    /// A record that names no server is united with the only one of the same certificate, and stays by itself where
    /// several servers have it. Where the exports name several servers, that holds for a whole file: its certificates
    /// are one server's, and one that this server lacks shows that the file is another server's.
    mutating func add(certificates records: [InstalledCertificate]) {
        let mentioned = inventory.mentionedServers
        let names = ServerNames(records.compactMap(\.server) + mentioned)
        let servers = Set((records.compactMap(\.server) + mentioned).map { names.canonical($0).lowercased() })
        var holders: [String: Set<String>] = [:]
        for record in records {
            guard let server = record.server else { continue }
            holders[record.thumbprint, default: []].insert(names.canonical(server))
        }
        var owners: [String: Set<String>] = [:]
        for record in records where record.server == nil {
            let having = holders[record.thumbprint] ?? []
            owners[record.place.path] = owners[record.place.path]?.intersection(having) ?? having
        }
        for var record in records {
            let having = servers.count > 1 ? owners[record.place.path] : holders[record.thumbprint]
            let only = having.flatMap { $0.count == 1 ? $0.first : nil }
            record.server = record.server.map { names.canonical($0) } ?? only
            certificates.add(record)
        }
    }

    /// Adds an object; false where it does not say what it is called.
    mutating func add(_ kind: ExportedKind, _ object: ExportedObject) -> Bool {
        switch kind {
        case .exchangeCertificate, .storeCertificate: false
        case .sendConnector: Self.add(SendConnector(object), to: &sendConnectors)
        case .receiveConnector: Self.add(ReceiveConnector(object), to: &receiveConnectors)
        case .acceptedDomain: Self.add(AcceptedDomain(object), to: &acceptedDomains)
        case .hybridConfiguration: Self.add(HybridConfiguration(object), to: &hybridConfigurations)
        case .transportServer: Self.add(TransportServer(object), to: &transportServers)
        case .exchangeServer: Self.add(ExchangeServer(object), to: &servers)
        case .inboundConnector: Self.add(InboundConnector(object), to: &inboundConnectors)
        case .outboundConnector: Self.add(OutboundConnector(object), to: &outboundConnectors)
        }
    }

    private static func add<Record>(_ record: Record?, to records: inout InventoryRecords<Record>) -> Bool {
        guard let record else { return false }
        records.add(record)
        return true
    }

    /// What exports say differently of the same object.
    var contradictions: [ExchangeInventory.Problem] {
        certificates.contradictions + sendConnectors.contradictions + receiveConnectors.contradictions
            + acceptedDomains.contradictions + hybridConfigurations.contradictions
            + transportServers.contradictions + servers.contradictions + inboundConnectors.contradictions
            + outboundConnectors.contradictions
    }

    /// Everything, without problems.
    var inventory: ExchangeInventory {
        var inventory = ExchangeInventory()
        inventory.certificates = certificates.all
        inventory.sendConnectors = sendConnectors.all
        inventory.receiveConnectors = receiveConnectors.all
        inventory.acceptedDomains = acceptedDomains.all
        inventory.hybridConfiguration = hybridConfigurations.all.first
        inventory.transportServers = transportServers.all
        inventory.servers = servers.all
        inventory.inboundConnectors = inboundConnectors.all
        inventory.outboundConnectors = outboundConnectors.all
        return inventory
    }
}
