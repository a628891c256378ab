import ChainKit
import ExchangeExports

extension SendConnector {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        guard let name = object.text("Name", "Identity") else { return nil }
        self.init(name: name, place: ExchangeObjectPlace(object.place))
        isEnabled = object.flag("Enabled")
        fqdn = object.setting("Fqdn")
        tlsCertificateName = object.setting("TlsCertificateName")
        requireTLS = object.flag("RequireTLS")
        // The one number that was seen in an export beside its word.
        tlsAuthLevel = object.word("TlsAuthLevel", numbers: [2: "CertificateValidation"])
        tlsDomain = object.setting("TlsDomain")
        cloudServicesMailEnabled = object.flag("CloudServicesMailEnabled")
        dnsRoutingEnabled = object.flag("DNSRoutingEnabled")
        ignoreSTARTTLS = object.flag("IgnoreSTARTTLS")
        frontendProxyEnabled = object.flag("FrontendProxyEnabled")
        addressSpaces = object.list("AddressSpaces")
        smartHosts = object.list("SmartHosts")
        if !smartHosts.isKnown { smartHosts = object.list("SmartHostsString") }
        isScoped = object.flag("IsScopedConnector")
        sourceTransportServers = object.list("SourceTransportServers")
    }
}

extension ReceiveConnector {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        let server = object.text("Server")
        let identity = object.text("Identity")
        let name = object.text("Name")
        let parts = identity?.split(separator: "\\", maxSplits: 1).map(String.init) ?? []
        if let identity, parts.count == 2 {
            self.init(identity: identity, place: ExchangeObjectPlace(object.place))
        } else if let server, let name = name ?? identity {
            self.init(identity: "\(server)\\\(name)", place: ExchangeObjectPlace(object.place))
        } else if let name = identity ?? name {
            self.init(identity: name, place: ExchangeObjectPlace(object.place))
        } else {
            return nil
        }
        self.server = server ?? (parts.count == 2 ? parts[0] : nil)
        isEnabled = object.flag("Enabled")
        transportRole = object.word("TransportRole", numbers: Self.roleNumbers).value
        fqdn = object.setting("Fqdn")
        tlsCertificateName = object.setting("TlsCertificateName")
        authMechanism = object.flags("AuthMechanism", numbers: Self.mechanismNumbers)
        requireTLS = object.flag("RequireTLS")
        suppressXAnonymousTls = object.flag("SuppressXAnonymousTls")
        tlsDomainCapabilities = object.list("TlsDomainCapabilities")
        bindings = object.list("Bindings")
        remoteIPRanges = object.list("RemoteIPRanges")
    }

    // Numbers that were seen in exports beside their words.

    private static let roleNumbers = [32: "HubTransport", 16_384: "FrontendTransport"]
    private static let mechanismNumbers = [
        15: ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"],
        31: ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"],
    ]
}

extension InboundConnector {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        guard let name = object.text("Name", "Identity") else { return nil }
        self.init(name: name, place: ExchangeObjectPlace(object.place))
        isEnabled = object.flag("Enabled")
        connectorType = object.word("ConnectorType").value
        requireTls = object.flag("RequireTls")
        tlsSenderCertificateName = object.setting("TlsSenderCertificateName")
        restrictDomainsToCertificate = object.flag("RestrictDomainsToCertificate")
        restrictDomainsToIPAddresses = object.flag("RestrictDomainsToIPAddresses")
        senderIPAddresses = object.list("SenderIPAddresses")
        senderDomains = object.list("SenderDomains")
    }
}

extension OutboundConnector {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        guard let name = object.text("Name", "Identity") else { return nil }
        self.init(name: name, place: ExchangeObjectPlace(object.place))
        isEnabled = object.flag("Enabled")
        connectorType = object.word("ConnectorType").value
        tlsSettings = object.word("TlsSettings")
        tlsDomain = object.setting("TlsDomain")
        smartHosts = object.list("SmartHosts")
    }
}

extension AcceptedDomain {
    /// Nil where the export does not say which domain.
    init?(_ object: ExportedObject) {
        // The name is what somebody called the entry: any text, and the domain only by default.
        guard let domain = object.text("DomainName") else { return nil }
        let matchesSubdomains = object.flag("MatchSubDomains") == true && !domain.hasPrefix("*")
        self.init(
            domainName: matchesSubdomains ? "*.\(domain)" : domain,
            // The numbers that were seen in exports beside their words.
            domainType: object.word("DomainType", numbers: [0: "Authoritative", 2: "InternalRelay"]).value,
            place: ExchangeObjectPlace(object.place)
        )
    }
}

extension HybridConfiguration {
    init(_ object: ExportedObject) {
        self.init(place: ExchangeObjectPlace(object.place))
        tlsCertificateName = object.setting("TlsCertificateName")
        sendingTransportServers = object.list("SendingTransportServers")
        receivingTransportServers = object.list("ReceivingTransportServers")
        edgeTransportServers = object.list("EdgeTransportServers")
        domains = object.list("Domains")
    }
}

extension TransportServer {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        guard let name = object.text("Name", "Identity") else { return nil }
        self.init(name: name, place: ExchangeObjectPlace(object.place))
        internalTransportCertificateThumbprint = object.setting("InternalTransportCertificateThumbprint")
            .map { $0.uppercased() }
    }
}

extension ExchangeServer {
    /// Nil where the export does not name it.
    init?(_ object: ExportedObject) {
        guard let name = object.text("Name", "Identity", "Fqdn") else { return nil }
        self.init(name: name, place: ExchangeObjectPlace(object.place))
        fqdn = object.setting("Fqdn")
        version = object.text("AdminDisplayVersion")
        role = object.word("ServerRole").value
    }
}
