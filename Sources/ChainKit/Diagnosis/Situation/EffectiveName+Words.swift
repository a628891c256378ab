extension EffectiveName {
    /// The host name that a certificate is looked up by, nil for a connector that names its certificate.
    var hostName: String? {
        switch self {
        case .connectorFqdn(let name), .serverFqdn(let name): name
        case .tlsCertificateName, .unknown: nil
        }
    }

    /// Where the name is from, for a sentence.
    var origin: String {
        switch self {
        case .tlsCertificateName(let text): "its TlsCertificateName \(text)"
        case .connectorFqdn(let name): "its Fqdn \(name)"
        case .serverFqdn(let name): "the server's own name \(name), as it has no Fqdn"
        case .unknown(let missing): "a name that the exports do not say (\(missing))"
        }
    }
}
