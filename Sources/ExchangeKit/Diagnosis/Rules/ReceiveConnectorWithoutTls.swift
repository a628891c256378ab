import ChainKit

/// Flags Receive connectors of the hybrid mail flow whose mechanisms lack Tls.
struct ReceiveConnectorWithoutTls: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "receive-connector-without-tls",
        severity: .error,
        title: "A hybrid Receive connector does not offer TLS",
        rationale: """
            STARTTLS is offered only where AuthMechanism holds Tls; without it no certificate is loaded at all. Exchange \
            Online's connector to the organization demands TLS.
            """,
        remedy: "add Tls to the connector's AuthMechanism",
        citations: [Citation.inboundSelection, Citation.setReceiveConnector],
        certainty: .documented,
        expectedError: "450 4.4.317 … [Message=451 5.7.3 STARTTLS is required to send mail]",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.hybridReceiving.compactMap { prediction in
            guard case .receive(let connector) = prediction.connector, connector.lacksTls else { return nil }
            let words = connector.authMechanism.value ?? []
            let said = words.isEmpty ? "nothing" : words.joined(separator: ", ")
            return finding(
                "the AuthMechanism of \(prediction.label) holds \(said) and not Tls",
                about: prediction.concern,
                remedies: [
                    .set(
                        "Offer TLS on the connector, beside what it offers now",
                        on: prediction.connector,
                        [("AuthMechanism", .list(["Tls"] + words.filter { $0.lowercased() != "none" }))],
                        source: Citation.setReceiveConnector
                    )
                ]
            )
        }
    }
}
