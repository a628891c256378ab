public import ChainKit

/// A domain for which the organisation accepts mail (Get-AcceptedDomain).
public struct AcceptedDomain: Sendable, Hashable {
    /// The domain, `*.` before it where its subdomains are meant too.
    public var domainName: String
    /// Authoritative, InternalRelay or ExternalRelay.
    public var domainType: String?
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a domain.
    public init(domainName: String, domainType: String? = nil, place: ExchangeObjectPlace) {
        self.domainName = domainName
        self.domainType = domainType
        self.place = place
    }
}

/// What the Hybrid Configuration Wizard wrote down (Get-HybridConfiguration).
public struct HybridConfiguration: Sendable, Hashable {
    /// The certificate that the wizard was given, `<I>issuer<S>subject`.
    public var tlsCertificateName: Setting<String> = .notExported
    /// Servers that send to Exchange Online.
    public var sendingTransportServers: Setting<[String]> = .notExported
    /// Servers that receive from Exchange Online.
    public var receivingTransportServers: Setting<[String]> = .notExported
    /// Edge servers in the hybrid mail flow.
    public var edgeTransportServers: Setting<[String]> = .notExported
    /// The hybrid domains.
    public var domains: Setting<[String]> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Makes a configuration of which nothing is known yet.
    public init(place: ExchangeObjectPlace) { self.place = place }
}

/// A server's transport service (Get-TransportService).
public struct TransportServer: Sendable, Hashable {
    /// The server's name.
    public var name: String
    /// The thumbprint of the certificate for X-ANONYMOUSTLS.
    public var internalTransportCertificateThumbprint: Setting<String> = .notExported
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a server of which nothing else is known yet.
    public init(name: String, place: ExchangeObjectPlace) {
        self.name = name
        self.place = place
    }
}

/// A server (Get-ExchangeServer).
public struct ExchangeServer: Sendable, Hashable {
    /// The server's name.
    public var name: String
    /// The server's full name.
    public var fqdn: Setting<String> = .notExported
    /// The version as text, such as `Version 15.2 (Build 1748.10)`.
    public var version: String?
    /// The roles as text.
    public var role: String?
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a server of which nothing else is known yet.
    public init(name: String, place: ExchangeObjectPlace) {
        self.name = name
        self.place = place
    }
}
