/// One certificate in the store of one server, as `Get-ExchangeCertificate` reports it.
public struct InstalledCertificate: Sendable, Hashable {
    /// The server's name, nil where the export does not say.
    public var server: String?
    /// The thumbprint as exported, upper case; 40 digits unless somebody edited it.
    public var thumbprint: String
    /// The certificate, nil where neither the export nor a file beside it has its octets.
    public var certificate: Certificate?
    /// The issuer in .NET's rendering, as exported or of the certificate.
    public var issuer: String?
    /// The subject in .NET's rendering, as exported or of the certificate; empty for a certificate without one.
    public var subject: String?
    /// The DNS names as exported or of the certificate, nil where they are unknown or cut.
    public var domains: [String]?
    /// The first instant of validity as exported, where there are no octets.
    public var reportedNotBefore: ReportedTime?
    /// The last instant of validity as exported, where there are no octets.
    public var reportedNotAfter: ReportedTime?
    /// The services, nil where the export does not say.
    public var services: ExchangeServices?
    /// What Exchange found of it, nil where the export does not say.
    public var status: CertificateStatus?
    /// Where the server keeps the root, nil where the export does not say.
    public var rootCAType: RootCAType?
    /// Whether the server has the private key, nil where the export does not say.
    public var hasPrivateKey: Bool?
    /// Whether the private key may be exported, nil where the export does not say.
    public var isPrivateKeyExportable: Bool?
    /// Whether Exchange calls it self-signed, nil where the export does not say.
    public var isSelfSigned: Bool?
    /// Who keeps the private key, nil where the export does not say.
    public var keyProvider: KeyProvider?
    /// The name that somebody gave it, nil where the export does not say.
    public var friendlyName: String?
    /// Whether somebody considers importing it.
    ///
    /// Such a certificate says nothing of what else the store holds.
    public var isOnlyConsidered = false
    /// Where it was read.
    public var place: ExchangeObjectPlace

    /// Names a certificate of which nothing else is known yet.
    public init(thumbprint: String, place: ExchangeObjectPlace) {
        self.thumbprint = thumbprint
        self.place = place
    }
}
