import ExchangeExports

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
