import ChainKit

/// Flags connectors whose TlsCertificateName is not of the form `<I>issuer<S>subject`.
struct TlsCertificateNameMalformed: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "tls-certificate-name-malformed",
        severity: .error,
        title: "A connector's TlsCertificateName is malformed",
        rationale: """
            The documented form is <I>, the issuer, <S> and the subject. Anything else names no certificate, so that \
            the connector finds none.
            """,
        remedy: "take the name from the certificate itself",
        citations: [Citation.setSendConnector, Citation.healthChecker],
        certainty: .documented,
        expectedError: "454 4.7.5 … could not be found (sending); event 12014 and no STARTTLS (receiving)",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard case .malformed = pinned.standing, let severity = pinned.severity else { return nil }
            let prediction = pinned.prediction
            let meant =
                pinned.nearest.flatMap { situation.isFit($0, for: prediction) ? $0 : nil }
                ?? situation.replacement(for: prediction)
            let guess = pinned.nearest.map { "; it was probably meant for certificate \($0.evidence)" } ?? ""
            return finding(
                """
                \(prediction.label) names \(pinned.name.text): \
                \(pinned.name.damage.map(\.text).joined(separator: "; "))\(guess)
                """,
                about: prediction.concern,
                severity: severity,
                expectedError: pinned.expectedError,
                remedies: (meant.map {
                    [Remedy.pin(prediction.connector, to: $0, on: prediction.server)]
                } ?? []) + [.clearName(of: prediction.connector)]
            )
        }
    }
}
