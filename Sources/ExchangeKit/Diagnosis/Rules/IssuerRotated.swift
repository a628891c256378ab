import ChainKit

/// Flags certificates that keep their subject and change their issuer, where a connector names them.
struct IssuerRotated: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "issuer-rotated",
        severity: .warning,
        title: "The issuer changes between renewals of a certificate that a connector names",
        rationale: """
            Public CAs replace their issuing authorities more and more often; Chrome's root program asks for new ones at \
            least every year. The issuer is part of a TlsCertificateName, so a renewal under another one leaves the \
            connector with a name that no certificate has. That this is what comes of it at the next renewal is \
            inferred.
            """,
        remedy: "have whatever renews the certificate set the connectors' TlsCertificateName as well",
        citations: [Citation.chromePolicy, Citation.baselineRequirements, Citation.newCertificate],
        certainty: .inferred,
        expectedError: "after a renewal: 454 4.7.5 … could not be found; event 12014",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard case .found(let found) = pinned.standing,
                let named = pinned.prediction.choice.presented?.installed ?? found.first,
                let subject = named.dotNetSubject, !subject.isEmpty
            else { return nil }
            let prediction = pinned.prediction
            let others = situation.store(of: prediction.server).filter {
                $0.dotNetSubject == subject && $0.dotNetIssuer != named.dotNetIssuer
                    && $0.dotNetIssuer != nil && $0.dotNetIssuer != $0.dotNetSubject
            }
            guard
                let other = others.max(by: {
                    ($0.validUntil?.seconds ?? .min) < ($1.validUntil?.seconds ?? .min)
                })
            else { return nil }
            let end = found.compactMap(\.validUntil).max()
            let isLeftBehind = (other.validUntil?.seconds ?? .min) > (end?.seconds ?? .max)
            let forecast =
                isLeftBehind
                ? "the connector still names the one that ends first, on \(end?.date ?? "an unknown date")"
                : "the next renewal is likely to bring another issuer again, which the connector does not name"
            return finding(
                """
                \(prediction.label) names certificate \(named.evidence); certificate \(other.evidence) has the same \
                subject and another issuer: \(forecast)
                """,
                about: prediction.concern,
                .certificate(named.thumbprint),
                .certificate(other.thumbprint),
                remedies: isLeftBehind ? situation.pinning(prediction, to: other) : []
            )
        }
    }
}
