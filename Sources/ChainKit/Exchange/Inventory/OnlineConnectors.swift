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
