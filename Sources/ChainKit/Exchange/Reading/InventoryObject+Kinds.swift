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
