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
