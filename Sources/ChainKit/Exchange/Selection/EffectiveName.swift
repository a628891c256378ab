/// The name by which a connector looks for its certificate, and where the name is from.
public enum EffectiveName: Sendable, Hashable {
    /// The connector's TlsCertificateName.
    case tlsCertificateName(String)
    /// The connector's Fqdn.
    case connectorFqdn(String)
    /// The server's own name, as the connector has none.
    case serverFqdn(String)
    /// The exports do not say; the text says what is missing.
    case unknown(String)
}
