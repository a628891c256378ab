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
