import ChainKit

/// Flags connectors whose TlsCertificateName names no certificate that anybody has.
struct TlsCertificateNameDangling: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-certificate-name-dangling",
        severity: .error,
        title: "A connector names a certificate that is not there",
        rationale: """
            A connector finds its certificate by issuer and subject. Where no certificate of the server has both, a \
            Send connector cannot send, and a Receive connector no longer offers STARTTLS. It happens after a renewal \
            under another issuer or subject.
            """,
        remedy:
            "name the certificate that is there, or clear the name and run the Hybrid Configuration Wizard",
        citations: [Citation.newCertificate, Citation.connectorNameNotFound, Citation.hybridTls],
        certainty: .documented,
        expectedError: "454 4.7.5 … could not be found (sending); event 12014 and no STARTTLS (receiving)",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard case .dangling = pinned.standing, let severity = pinned.severity else { return nil }
            let prediction = pinned.prediction
            let better = situation.replacement(for: prediction)
            return finding(
                """
                \(prediction.label) names \(pinned.name.text), and none of the \
                \(Evidence.count(pinned.storeCount, "certificate")) exported\(prediction.server.map { " of \($0)" } ?? "") has that issuer and subject
                """,
                about: prediction.concern,
                severity: severity,
                certainty: prediction.connector.role == .server ? .documented : .stated,
                expectedError: pinned.expectedError,
                remedies: (better.map {
                    [Remedy.pin(prediction.connector, to: $0, on: prediction.server)]
                } ?? []) + [.clearName(of: prediction.connector)]
            )
        }
    }
}
