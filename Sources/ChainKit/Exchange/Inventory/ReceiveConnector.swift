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
