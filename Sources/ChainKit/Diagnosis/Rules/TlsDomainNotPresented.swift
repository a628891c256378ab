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
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let connectors = situation.onPremisesOutbound.filter {
            $0.tlsSettings.value?.lowercased() == "domainvalidation"
        }
        return connectors.flatMap { connector -> [ExchangeFinding] in
            guard let wanted = connector.tlsDomain.value else { return [] }
            return situation.hybridReceiving.compactMap { finding(connector, wanted, $0, in: situation) }
        }
    }

    private func finding(
        _ connector: OutboundConnector,
        _ wanted: String,
        _ prediction: ConnectorPrediction,
        in situation: ExchangeSituation
    ) -> ExchangeFinding? {
        // Where it is not known which certificate is presented, none of them must fit.
        let presented = prediction.possible.map(\.installed)
        let known = presented.compactMap(\.transportNames)
        guard !known.isEmpty, known.count == presented.count else { return nil }
        let fits = known.map { ConnectorNameFit(wanted, among: $0) }
        guard !fits.contains(where: \.isMatch) else { return nil }
        let isOpen = fits.contains { $0 != .none }
        let names = known.flatMap { $0 }
        let better = situation.acceptable(insteadOf: prediction).first {
            ConnectorNameFit(wanted, among: $0.transportNames ?? []).isMatch
        }
        var remedies = better.map { [Remedy.pin(prediction.connector, to: $0, on: prediction.server)] } ?? []
        if let name = names.first { remedies.append(.setTlsDomain(of: connector, to: name)) }
        return finding(
            """
            outbound connector "\(connector.name)" looks for \(wanted); \(prediction.label) \(prediction.presents) \
            \(Evidence.list(presented.map(\.thumbprint))) with the names \(Evidence.list(names))\
            \(isOpen ? "; whether a wildcard reaches so far is not documented" : "")
            """,
            about: prediction.concern,
            .outboundConnector(connector.name),
            severity: isOpen ? .warning : .error,
            certainty: isOpen ? .unknown : max(Self.metadata.certainty, prediction.choice.certainty),
            remedies: remedies
        )
    }
}
