package import ChainKit

/// Which certificate a Receive connector presents for STARTTLS (Microsoft, Selection of inbound STARTTLS certificates).
package struct InboundStartTlsSelection: Sendable {
    /// Makes the selection.
    package init() {}

    /// Chooses among the certificates in the Personal store of the connector's server.
    ///
    /// The order of the candidates plays no part.
    package func choose(
        for connector: ReceiveConnector,
        serverFqdn: String?,
        among candidates: [SelectionCandidate],
        from store: StoreKnowledge = .exported,
        at time: Instant
    ) -> CertificateChoice {
        var process = StartTlsProcess(candidates, .inbound, from: store, at: time)
        let name = EffectiveName(
            tlsCertificateName: connector.tlsCertificateName,
            fqdn: connector.fqdn,
            serverFqdn: serverFqdn
        )
        return process.choose(by: name, isEnabled: connector.isEnabled) { process in
            offersTls(connector, &process)
                ? nil : "the connector's AuthMechanism does not contain Tls, so STARTTLS is not offered"
        }
    }

    /// STARTTLS is offered only if AuthMechanism contains Tls; otherwise no certificate is loaded.
    private func offersTls(_ connector: ReceiveConnector, _ process: inout StartTlsProcess) -> Bool {
        guard connector.authMechanism.isKnown else {
            process.passGate(
                .tlsIsOffered,
                doubt:
                    "the connector's AuthMechanism was not exported; without Tls in it STARTTLS is not offered"
            )
            return true
        }
        process.passGate(.tlsIsOffered)
        return connector.authMechanism.value?.contains { $0.trimmed.lowercased() == "tls" } ?? false
    }
}

/// Which certificate a Send connector presents as a client.
///
/// Microsoft documents the name that it looks for and no step behind it (Set-SendConnector). That the steps are those
/// for Receive connectors is inferred: Get-ExchangeCertificate names one rule for both.
package struct OutboundTlsSelection: Sendable {
    /// Makes the selection.
    package init() {}

    /// Chooses among the certificates in the Personal store of one server that the connector sends from.
    ///
    /// A connector without Fqdn looks for the name of the server, so ask once for each of its source servers. The
    /// order of the candidates plays no part.
    package func choose(
        for connector: SendConnector,
        serverFqdn: String?,
        among candidates: [SelectionCandidate],
        from store: StoreKnowledge = .exported,
        at time: Instant
    ) -> CertificateChoice {
        var process = StartTlsProcess(candidates, .outbound, from: store, at: time)
        let name = EffectiveName(
            tlsCertificateName: connector.tlsCertificateName,
            fqdn: connector.fqdn,
            serverFqdn: serverFqdn
        )
        return process.choose(by: name, isEnabled: connector.isEnabled) { process in
            usesStartTls(connector, &process)
                ? nil : "the connector has IgnoreSTARTTLS set and never uses STARTTLS"
        }
    }

    /// A connector with IgnoreSTARTTLS never uses STARTTLS; it is off unless somebody set it.
    private func usesStartTls(_ connector: SendConnector, _ process: inout StartTlsProcess) -> Bool {
        process.passGate(.startTlsIsUsed)
        if connector.ignoreSTARTTLS == nil {
            process.remark("the export does not hold IgnoreSTARTTLS, which is off unless somebody set it")
        }
        return connector.ignoreSTARTTLS != true
    }
}

/// The name by which a connector looks for its certificate, and where the name is from.
package enum EffectiveName: Sendable, Hashable {
    /// The connector's TlsCertificateName.
    case tlsCertificateName(String)
    /// The connector's Fqdn.
    case connectorFqdn(String)
    /// The server's own name, as the connector has none.
    case serverFqdn(String)
    /// The exports do not say; the text says what is missing.
    case unknown(String)
}

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

/// Which side of a connection looks for a certificate.
enum TlsDirection: Sendable, Hashable {
    /// A Receive connector, for STARTTLS.
    case inbound
    /// A Send connector, for the certificate that it shows as a client.
    case outbound
}

/// What is known of the store that a selection chooses from.
///
/// The texts are clauses: lower case, no full stop.
package enum StoreKnowledge: Sendable, Hashable {
    /// The candidates are the certificates that were exported of the server.
    case exported
    /// The candidates name no server, and may be those of another one; the text says so.
    case assumed(String)
    /// Nothing of the server's store was exported; the text says so.
    case notExported(String)

    /// Why the store is not known, nil where it is.
    package var gap: String? {
        switch self {
        case .exported: nil
        case .assumed(let gap), .notExported(let gap): gap
        }
    }

    /// What a selection by these candidates proves: without the server's own store, nothing beyond possibilities.
    func qualify(_ outcome: CertificateChoice.Outcome) -> CertificateChoice.Outcome {
        guard let gap else { return outcome }
        return switch outcome {
        case .presented(let candidate): .undetermined([candidate], reason: gap)
        case .none: .undetermined([], reason: gap)
        case .undetermined(let candidates, let reason): .undetermined(candidates, reason: "\(gap); \(reason)")
        }
    }
}
