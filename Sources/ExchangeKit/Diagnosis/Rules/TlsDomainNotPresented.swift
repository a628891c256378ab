import ChainKit

/// Flags Receive connectors whose certificate lacks the name that Exchange Online looks for.
struct TlsDomainNotPresented: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-domain-not-presented",
        severity: .error,
        title: "Exchange Online looks for a TlsDomain that a Receive connector does not present",
        rationale: """
            With TlsSettings DomainValidation Exchange Online compares its connector's TlsDomain with the certificate \
            that the Receive connector presents, on whichever server it lands. One server that was not updated makes \
            mail fail now and then. How deep a wildcard in TlsDomain reaches is not documented.
            """,
        remedy: "present a certificate with that name on every receiving server, or change the TlsDomain",
        citations: [Citation.hybridTls, Citation.setOutboundConnector, Citation.partnerReport],
        certainty: .stated,
        expectedError: "450 4.4.317 … [Message=SubjectMismatch …]; 450 4.7.320 Certificate validation failed",
        traits: [.meansNamesRefused],
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let connectors = situation.onlineNames.validating.filter { $0.tlsDomain.value != nil }
        guard !connectors.isEmpty else { return [] }
        return situation.hybridReceiving.compactMap { finding(connectors, $0, in: situation) }
    }

    private func finding(
        _ connectors: [OutboundConnector],
        _ prediction: ConnectorPrediction,
        in situation: ExchangeSituation
    ) -> ExchangeFinding? {
        // One connector's name is enough: the others may lead to other systems.
        guard let unfit = NameNotPresented(prediction, situation.onlineNames) else { return nil }
        let list = connectors.map {
            "outbound connector \"\($0.name)\" looks for \($0.tlsDomain.value ?? "")"
        }
        let better = situation.replacement(for: prediction)
        var remedies = situation.pinning(prediction, to: better)
        if !unfit.isRefusedOtherwise, connectors.count == 1, let name = unfit.names.first {
            remedies.append(.setTlsDomain(of: connectors[0], to: name))
        }
        return finding(
            """
            \(Evidence.list(list)); \(prediction.label) \(prediction.presents) \
            \(Evidence.list(unfit.presented.map(\.thumbprint))) with the names \(Evidence.list(unfit.names))\
            \(unfit.isOpen ? "; whether a wildcard reaches so far is not documented" : "")
            """,
            concerns: [prediction.concern] + connectors.map { .outboundConnector($0.name) },
            severity: unfit.isOpen ? .warning : .error,
            certainty: unfit.isOpen ? .unknown : max(Self.metadata.certainty, prediction.choice.certainty),
            expectedError: unfit.isRefusedOtherwise ? .none : .ofTheRule,
            remedies: remedies
        )
    }
}
