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
