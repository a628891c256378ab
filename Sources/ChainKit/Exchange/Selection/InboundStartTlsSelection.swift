/// Which certificate a Receive connector presents for STARTTLS (Microsoft, Selection of inbound STARTTLS certificates).
public struct InboundStartTlsSelection: Sendable {
    /// Makes the selection.
    public init() {}

    /// Chooses among the certificates in the Personal store of the connector's server.
    ///
    /// The order of the candidates plays no part.
    public func choose(
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
        guard process.isInUse(connector.isEnabled) else {
            return process.end(name, .none(reason: "the connector is disabled"), certainty: .standard)
        }
        guard offersTls(connector, &process) else {
            let reason = "the connector's AuthMechanism does not contain Tls, so STARTTLS is not offered"
            return process.end(name, .none(reason: reason), certainty: .documented)
        }
        return process.choose(by: name)
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
