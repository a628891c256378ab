/// Which certificate a Send connector presents as a client.
///
/// Microsoft documents the name that it looks for and no step behind it (Set-SendConnector). That the steps are those
/// for Receive connectors is inferred: Get-ExchangeCertificate names one rule for both.
public struct OutboundTlsSelection: Sendable {
    /// Makes the selection.
    public init() {}

    /// Chooses among the certificates in the Personal store of one server that the connector sends from.
    ///
    /// A connector without Fqdn looks for the name of the server, so ask once for each of its source servers. The
    /// order of the candidates plays no part.
    public func choose(
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
        guard process.isInUse(connector.isEnabled) else {
            return process.end(name, .none(reason: "the connector is disabled"), certainty: .standard)
        }
        guard usesStartTls(connector, &process) else {
            let reason = "the connector has IgnoreSTARTTLS set and never uses STARTTLS"
            return process.end(name, .none(reason: reason), certainty: .documented)
        }
        return process.choose(by: name)
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
