import ExchangeExports

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
