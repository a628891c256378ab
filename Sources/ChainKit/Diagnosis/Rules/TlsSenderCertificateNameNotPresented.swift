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
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let connectors = situation.onPremisesInbound.filter { $0.tlsSenderCertificateName.value != nil }
        guard !connectors.isEmpty else { return [] }
        return situation.hybridSending.compactMap { finding($0, connectors) }
    }

    private func finding(_ prediction: ConnectorPrediction, _ connectors: [InboundConnector])
        -> ExchangeFinding?
    {
        // Where it is not known which certificate is presented, none of them must fit.
        let presented = prediction.possible.map(\.installed)
        let known = presented.compactMap(\.transportNames)
        guard !known.isEmpty, known.count == presented.count else { return nil }
        let wanted = connectors.compactMap { connector in
            connector.tlsSenderCertificateName.value.map { (connector: connector, name: $0) }
        }
        let fits = wanted.flatMap { wanted in known.map { ConnectorNameFit(wanted.name, among: $0) } }
        if fits.contains(where: \.isMatch) { return nil }
        let names = known.flatMap { $0 }
        let list = wanted.map { "\($0.connector.name) looks for \($0.name)" }
        let isOpen = fits.contains { $0 != .none }
        let open = isOpen ? "; whether a wildcard reaches so far is not documented" : ""
        let remedies = names.first.flatMap { name in
            wanted.first.map { [Remedy.setSenderName(of: $0.connector, to: name)] }
        }
        return finding(
            """
            \(prediction.label) \(prediction.presents) \(Evidence.list(presented.map(\.thumbprint))) with the names \
            \(Evidence.list(names)); \(Evidence.list(list))\(open)
            """,
            concerns: [prediction.concern] + wanted.map { .inboundConnector($0.connector.name) },
            severity: isOpen ? .warning : .error,
            certainty: isOpen ? .unknown : max(Self.metadata.certainty, prediction.choice.certainty),
            remedies: remedies ?? []
        )
    }
}
