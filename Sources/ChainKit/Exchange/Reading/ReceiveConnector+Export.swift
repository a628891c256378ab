import ExchangeExports

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
