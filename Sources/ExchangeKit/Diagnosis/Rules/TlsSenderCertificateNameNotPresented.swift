import ChainKit

/// Flags Send connectors whose certificate has none of the names that Exchange Online knows the organization by.
struct TlsSenderCertificateNameNotPresented: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-sender-certificate-name-not-presented",
        severity: .error,
        title: "Exchange Online looks for a name that the certificate presented does not have",
        rationale: """
            Exchange Online takes mail for the organization's own by a name in the certificate that the server presents: \
            it must match the TlsSenderCertificateName of an inbound connector, in the subject or in a subjectAltName. \
            How deep a wildcard in that setting reaches is not documented.
            """,
        remedy:
            "present a certificate with that name, or let the inbound connector look for a name that is there",
        citations: [Citation.hybridTls, Citation.relayAccessDenied, Citation.setInboundConnector],
        certainty: .documented,
        expectedError: """
            550 5.7.51 TenantInboundAttribution; There is a partner connector configured …; 550 5.7.64 \
            TenantAttribution; Relay Access Denied
            """,
        traits: [.meansNamesRefused],
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let connectors = situation.onPremisesInbound.filter { $0.tlsSenderCertificateName.value != nil }
        guard !connectors.isEmpty else { return [] }
        return situation.hybridSending.compactMap { finding($0, connectors, in: situation) }
    }

    private func finding(
        _ prediction: ConnectorPrediction,
        _ connectors: [InboundConnector],
        in situation: ExchangeSituation
    ) -> ExchangeFinding? {
        // Where it is not known which certificate is presented, none of them must fit.
        guard let unfit = NameNotPresented(prediction, situation.onlineNames) else { return nil }
        let list = connectors.map { "\($0.name) looks for \($0.tlsSenderCertificateName.value ?? "")" }
        let open = unfit.isOpen ? "; whether a wildcard reaches so far is not documented" : ""
        var remedies = situation.pinning(prediction, to: situation.replacement(for: prediction))
        if !unfit.isRefusedOtherwise, connectors.count == 1,
            let name = unfit.names.compactMap(situation.onlineNames.acceptedForm).first
        {
            remedies.append(.setSenderName(of: connectors[0], to: name))
        }
        return finding(
            """
            \(prediction.label) \(prediction.presents) \(Evidence.list(unfit.presented.map(\.thumbprint))) with the names \
            \(Evidence.list(unfit.names)); \(Evidence.list(list))\(open)
            """,
            concerns: [prediction.concern] + connectors.map { .inboundConnector($0.name) },
            severity: unfit.isOpen ? .warning : .error,
            certainty: unfit.isOpen ? .unknown : max(Self.metadata.certainty, prediction.choice.certainty),
            expectedError: unfit.isRefusedOtherwise ? .none : .ofTheRule,
            remedies: remedies
        )
    }
}
