extension EffectiveName {
    /// TlsCertificateName if it is set, else the connector's Fqdn, else the server's physical FQDN.
    init(tlsCertificateName: Setting<String>, fqdn: Setting<String>, serverFqdn: String?) {
        switch (tlsCertificateName.blankAsEmpty, fqdn.blankAsEmpty) {
        case (.value(let name), _): self = .tlsCertificateName(name)
        case (.notExported, _): self = .unknown("the connector's TlsCertificateName was not exported")
        case (.empty, .value(let name)): self = .connectorFqdn(name.trimmed)
        case (.empty, .notExported): self = .unknown("the connector's Fqdn was not exported")
        case (.empty, .empty):
            if let serverFqdn, !serverFqdn.isBlank {
                self = .serverFqdn(serverFqdn.trimmed)
            } else {
                self = .unknown("the connector has no Fqdn, and the server's is not known")
            }
        }
    }
}

extension Setting<String> {
    /// Text of nothing but blanks is as good as none.
    fileprivate var blankAsEmpty: Self {
        if case .value(let text) = self, text.isBlank { .empty } else { self }
    }
}
