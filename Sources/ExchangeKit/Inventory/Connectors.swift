public import ChainKit

/// A Send connector, as far as TLS is concerned (Get-SendConnector).
public struct SendConnector: Sendable, Hashable {
    /// The name, unique in the organisation.
    public var name: String
    /// Whether it is in use.
    public var isEnabled: Bool?
    /// The name that it gives in EHLO and looks up certificates by.
    public var fqdn: Setting<String> = .notExported
    /// The certificate that it is pinned to, `<I>issuer<S>subject`.
    public var tlsCertificateName: Setting<String> = .notExported
    /// Whether mail goes only over TLS.
    public var requireTLS: Bool?
    /// How it authenticates the other side: EncryptionOnly, CertificateValidation or DomainValidation.
    public var tlsAuthLevel: Setting<String> = .notExported
    /// The name that the other side's certificate must have.
    public var tlsDomain: Setting<String> = .notExported
    /// Whether cross-premises headers are kept, as mail to Exchange Online needs.
    public var cloudServicesMailEnabled: Bool?
    /// Whether it finds its way by MX records.
    public var dnsRoutingEnabled: Bool?
    /// Whether it never uses STARTTLS.
    public var ignoreSTARTTLS: Bool?
    /// Whether Front End Transport proxies its mail.
    public var frontendProxyEnabled: Bool?
    /// Address spaces such as `smtp:contoso.mail.onmicrosoft.com;1`.
    public var addressSpaces: Setting<[String]> = .notExported
    /// Smart hosts.
    public var smartHosts: Setting<[String]> = .notExported
    /// Whether only servers of its own Active Directory site use it.
    public var isScoped: Bool?
    /// The servers that it sends from.
    public var sourceTransportServers: Setting<[String]> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a connector of which nothing else is known yet.
    public init(name: String, place: ExchangeObjectPlace) {
        self.name = name
        self.place = place
    }
}

/// A Receive connector, as far as TLS is concerned (Get-ReceiveConnector).
public struct ReceiveConnector: Sendable, Hashable {
    /// The identity, `server\name`.
    public var identity: String
    /// The server that it belongs to, nil where the export does not say.
    public var server: String?
    /// Whether it is in use.
    public var isEnabled: Bool?
    /// FrontendTransport or HubTransport.
    public var transportRole: String?
    /// The name that it gives in its banner and looks up certificates by.
    public var fqdn: Setting<String> = .notExported
    /// The certificate that it is pinned to, `<I>issuer<S>subject`.
    public var tlsCertificateName: Setting<String> = .notExported
    /// Words such as Tls, Integrated, BasicAuth, ExchangeServer.
    public var authMechanism: Setting<[String]> = .notExported
    /// Whether mail comes only over TLS.
    public var requireTLS: Bool?
    /// Whether X-ANONYMOUSTLS is not offered.
    public var suppressXAnonymousTls: Bool?
    /// Values such as `mail.protection.outlook.com:AcceptCloudServicesMail`.
    public var tlsDomainCapabilities: Setting<[String]> = .notExported
    /// Addresses and ports that it listens on.
    public var bindings: Setting<[String]> = .notExported
    /// Remote addresses that it takes connections from, such as `10.0.0.0-10.0.0.255` or `40.92.0.0/15`.
    public var remoteIPRanges: Setting<[String]> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a connector of which nothing else is known yet.
    public init(identity: String, place: ExchangeObjectPlace) {
        self.identity = identity
        self.place = place
    }
}

/// An inbound connector of Exchange Online (Get-InboundConnector).
public struct InboundConnector: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Whether it is in use.
    public var isEnabled: Bool?
    /// OnPremises or Partner.
    public var connectorType: String?
    /// Whether TLS is demanded; of Partner connectors only.
    public var requireTls: Bool?
    /// The name that the sender's certificate must have.
    public var tlsSenderCertificateName: Setting<String> = .notExported
    /// Whether senders must present the certificate; of Partner connectors only.
    public var restrictDomainsToCertificate: Bool?
    /// Whether senders must come from the addresses; of Partner connectors only.
    public var restrictDomainsToIPAddresses: Bool?
    /// The addresses that mail comes from.
    public var senderIPAddresses: Setting<[String]> = .notExported
    /// The domains that it is for.
    public var senderDomains: Setting<[String]> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a connector of which nothing else is known yet.
    public init(name: String, place: ExchangeObjectPlace) {
        self.name = name
        self.place = place
    }
}

/// An outbound connector of Exchange Online (Get-OutboundConnector).
public struct OutboundConnector: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Whether it is in use.
    public var isEnabled: Bool?
    /// OnPremises or Partner.
    public var connectorType: String?
    /// EncryptionOnly, CertificateValidation or DomainValidation.
    public var tlsSettings: Setting<String> = .notExported
    /// The name that our certificate must have.
    public var tlsDomain: Setting<String> = .notExported
    /// Where it sends to.
    public var smartHosts: Setting<[String]> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a connector of which nothing else is known yet.
    public init(name: String, place: ExchangeObjectPlace) {
        self.name = name
        self.place = place
    }
}
