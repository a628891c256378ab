import ChainKit

/// An object of an inventory that several exports may hold.
protocol InventoryObject {
    var place: ExchangeObjectPlace { get }
    /// What tells it from others of its kind, in lower case.
    var key: String { get }
    /// What a report calls it.
    var label: String { get }
    /// Unites two records of the object field by field.
    static func unite(_ union: inout RecordUnion<Self>)
}

/// Two records of the same object on their way to become one.
///
/// What one knows and the other does not is united. Where they say different things the first stays, and that is told.
struct RecordUnion<Record: InventoryObject> {
    private(set) var record: Record
    private let other: Record
    private(set) var contradictions: [ExchangeInventory.Problem] = []

    /// Unites a record with one that was read later.
    init(_ record: Record, _ other: Record) {
        self.record = record
        self.other = other
        Record.unite(&self)
    }

    mutating func unite<Value: Equatable>(
        _ name: String,
        _ field: WritableKeyPath<Record, Value?>,
        _ words: (Value) -> String = { "\($0)" }
    ) {
        guard let value = other[keyPath: field] else { return }
        guard let known = record[keyPath: field] else {
            record[keyPath: field] = value
            return
        }
        if known != value { contradict(name, words(known), words(value)) }
    }

    mutating func unite(_ name: String, _ field: WritableKeyPath<Record, Setting<String>>) {
        take(name, field, isSame: ==) { $0 }
    }

    mutating func unite(_ name: String, _ field: WritableKeyPath<Record, Setting<[String]>>) {
        take(name, field) {
            Set($0) == Set($1)
        } words: {
            $0.joined(separator: ", ")
        }
    }

    /// Unites a list of servers.
    ///
    /// Where the exports disagree all of them are kept: each may be meant, and to look at a
    /// server too many hides nothing.
    mutating func uniteServers(_ name: String, _ field: WritableKeyPath<Record, Setting<[String]>>) {
        let (known, other) = (record[keyPath: field].value ?? [], other[keyPath: field].value ?? [])
        unite(name, field)
        let more = other.filter { server in !known.contains { $0.lowercased() == server.lowercased() } }
        if !known.isEmpty, !more.isEmpty { record[keyPath: field] = .value(known + more) }
    }

    /// Takes a field that may be written in several ways, so that a difference says nothing.
    mutating func fill<Value>(_ field: WritableKeyPath<Record, Value?>) {
        if record[keyPath: field] == nil { record[keyPath: field] = other[keyPath: field] }
    }

    private mutating func take<Value>(
        _ name: String,
        _ field: WritableKeyPath<Record, Setting<Value>>,
        isSame: (Value, Value) -> Bool,
        words: (Value) -> String
    ) {
        switch (record[keyPath: field], other[keyPath: field]) {
        case (_, .notExported), (.empty, .empty): break
        case (.notExported, let setting): record[keyPath: field] = setting
        case (.value(let known), .value(let value)):
            if !isSame(known, value) { contradict(name, words(known), words(value)) }
        case (.value(let known), .empty): contradict(name, words(known), "empty")
        case (.empty, .value(let value)): contradict(name, "empty", words(value))
        }
    }

    private mutating func contradict(_ name: String, _ known: String, _ value: String) {
        contradictions.append(
            ExchangeInventory.Problem(
                other.place,
                """
                \(record.label): \(name) is \(value) here and \(known) in \(record.place.path), line \
                \(record.place.line), which is kept
                """,
                hint: "export all servers anew at one time, and leave older exports out"
            )
        )
    }
}

/// Records of one kind, each object once.
struct InventoryRecords<Record: InventoryObject> {
    private(set) var all: [Record] = []
    private(set) var contradictions: [ExchangeInventory.Problem] = []
    private var index: [String: Int] = [:]

    /// Adds a record, or what it knows beyond those before it.
    mutating func add(_ record: Record) {
        guard let position = index[record.key] else {
            index[record.key] = all.count
            all.append(record)
            return
        }
        let union = RecordUnion(all[position], record)
        all[position] = union.record
        contradictions += union.contradictions
    }
}

// Which fields of each kind are united.

extension InstalledCertificate: InventoryObject {
    var key: String { "\(server?.lowercased() ?? "")\\\(thumbprint.lowercased())" }
    var label: String { "certificate \(thumbprint)" + (server.map { " on \($0)" } ?? "") }

    static func unite(_ union: inout RecordUnion<InstalledCertificate>) {
        union.fill(\.certificate)
        union.fill(\.issuer)
        union.fill(\.subject)
        union.fill(\.domains)
        union.fill(\.reportedNotBefore)
        union.fill(\.reportedNotAfter)
        union.unite("Services", \.services) { $0.words }
        union.unite("Status", \.status) { $0.word }
        union.unite("RootCAType", \.rootCAType) { $0.word }
        union.unite("HasPrivateKey", \.hasPrivateKey)
        union.unite("PrivateKeyExportable", \.isPrivateKeyExportable)
        union.unite("IsSelfSigned", \.isSelfSigned)
        union.unite("the key's provider", \.keyProvider) { $0.words }
        union.unite("FriendlyName", \.friendlyName)
    }
}

extension SendConnector: InventoryObject {
    var key: String { name.lowercased() }
    var label: String { "Send connector \"\(name)\"" }

    static func unite(_ union: inout RecordUnion<SendConnector>) {
        union.unite("Enabled", \.isEnabled)
        union.unite("Fqdn", \.fqdn)
        union.unite("TlsCertificateName", \.tlsCertificateName)
        union.unite("RequireTLS", \.requireTLS)
        union.unite("TlsAuthLevel", \.tlsAuthLevel)
        union.unite("TlsDomain", \.tlsDomain)
        union.unite("CloudServicesMailEnabled", \.cloudServicesMailEnabled)
        union.unite("DNSRoutingEnabled", \.dnsRoutingEnabled)
        union.unite("IgnoreSTARTTLS", \.ignoreSTARTTLS)
        union.unite("FrontendProxyEnabled", \.frontendProxyEnabled)
        union.unite("AddressSpaces", \.addressSpaces)
        union.unite("SmartHosts", \.smartHosts)
        union.unite("IsScopedConnector", \.isScoped)
        union.uniteServers("SourceTransportServers", \.sourceTransportServers)
    }
}

extension ReceiveConnector: InventoryObject {
    var key: String { identity.lowercased() }
    var label: String { "Receive connector \"\(identity)\"" }

    static func unite(_ union: inout RecordUnion<ReceiveConnector>) {
        union.fill(\.server)
        union.unite("Enabled", \.isEnabled)
        union.unite("TransportRole", \.transportRole)
        union.unite("Fqdn", \.fqdn)
        union.unite("TlsCertificateName", \.tlsCertificateName)
        union.unite("AuthMechanism", \.authMechanism)
        union.unite("RequireTLS", \.requireTLS)
        union.unite("SuppressXAnonymousTls", \.suppressXAnonymousTls)
        union.unite("TlsDomainCapabilities", \.tlsDomainCapabilities)
        union.unite("Bindings", \.bindings)
        union.unite("RemoteIPRanges", \.remoteIPRanges)
    }
}

extension InboundConnector: InventoryObject {
    var key: String { name.lowercased() }
    var label: String { "inbound connector \"\(name)\"" }

    static func unite(_ union: inout RecordUnion<InboundConnector>) {
        union.unite("Enabled", \.isEnabled)
        union.unite("ConnectorType", \.connectorType)
        union.unite("RequireTls", \.requireTls)
        union.unite("TlsSenderCertificateName", \.tlsSenderCertificateName)
        union.unite("RestrictDomainsToCertificate", \.restrictDomainsToCertificate)
        union.unite("RestrictDomainsToIPAddresses", \.restrictDomainsToIPAddresses)
        union.unite("SenderIPAddresses", \.senderIPAddresses)
        union.unite("SenderDomains", \.senderDomains)
    }
}

extension OutboundConnector: InventoryObject {
    var key: String { name.lowercased() }
    var label: String { "outbound connector \"\(name)\"" }

    static func unite(_ union: inout RecordUnion<OutboundConnector>) {
        union.unite("Enabled", \.isEnabled)
        union.unite("ConnectorType", \.connectorType)
        union.unite("TlsSettings", \.tlsSettings)
        union.unite("TlsDomain", \.tlsDomain)
        union.unite("SmartHosts", \.smartHosts)
    }
}

// Which fields of the organisation's objects are united.

extension AcceptedDomain: InventoryObject {
    var key: String { domainName.lowercased() }
    var label: String { "accepted domain \(domainName)" }

    static func unite(_ union: inout RecordUnion<AcceptedDomain>) {
        union.unite("DomainType", \.domainType)
    }
}

extension HybridConfiguration: InventoryObject {
    // An organisation has one.
    var key: String { "" }
    var label: String { "the hybrid configuration" }

    static func unite(_ union: inout RecordUnion<HybridConfiguration>) {
        union.unite("TlsCertificateName", \.tlsCertificateName)
        union.unite("SendingTransportServers", \.sendingTransportServers)
        union.unite("ReceivingTransportServers", \.receivingTransportServers)
        union.unite("EdgeTransportServers", \.edgeTransportServers)
        union.unite("Domains", \.domains)
    }
}

extension TransportServer: InventoryObject {
    var key: String { name.lowercased() }
    var label: String { "transport service of \(name)" }

    static func unite(_ union: inout RecordUnion<TransportServer>) {
        union.unite("InternalTransportCertificateThumbprint", \.internalTransportCertificateThumbprint)
    }
}

extension ExchangeServer: InventoryObject {
    var key: String { name.lowercased() }
    var label: String { "server \(name)" }

    static func unite(_ union: inout RecordUnion<ExchangeServer>) {
        union.unite("Fqdn", \.fqdn)
        union.unite("AdminDisplayVersion", \.version)
        union.unite("ServerRole", \.role)
    }
}
