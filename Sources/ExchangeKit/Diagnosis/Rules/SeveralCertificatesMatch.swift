import ChainKit

/// Flags hybrid connectors that name no certificate while several cover their name.
struct SeveralCertificatesMatch: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "several-certificates-match",
        severity: .warning,
        title: "Several certificates cover a connector's name and none is named",
        rationale: """
            A connector without a TlsCertificateName takes the newest certificate that covers its name, so that whoever \
            installs another one changes what Exchange Online is shown. Whether a certificate for the very name comes \
            before a wildcard is not documented.
            """,
        remedy: "name the certificate in the connector's TlsCertificateName",
        citations: [Citation.inboundSelection, Citation.untrustedWins, Citation.getCertificate],
        certainty: .documented,
        expectedError: "454 4.7.0 … UntrustedRoot: Access Denied, once one that is not public is the newest",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.hybridConnectors.compactMap { prediction in
            guard let name = prediction.choice.name.hostName, !prediction.isWithoutTls,
                UntrustedWinner(prediction, in: situation) == nil
            else { return nil }
            // A self-signed certificate is taken only where nothing else is left.
            let rivals = prediction.choice.runnersUp.filter { $0.standing != .selfSigned }
            let all = (prediction.possible + rivals).map(\.installed)
            guard all.count > 1 else { return nil }
            let preferred = all.first { situation.isFit($0, for: prediction) }
            let presented = prediction.choice.presented.map {
                let verb = prediction.choice.certainty.says("is", infinitive: "be")
                return "; presented \(verb) \($0.installed.thumbprint)"
            }
            return finding(
                """
                \(prediction.label) names no certificate, and \(all.count) cover \(name): \
                \(Evidence.list(all.map(\.evidence)))\(presented ?? "; which one is presented cannot be told")
                """,
                concerns: [prediction.concern] + all.map { .certificate($0.thumbprint) },
                certainty: max(Self.metadata.certainty, prediction.choice.certainty),
                remedies: preferred.map { preferred in
                    [
                        .pin(prediction.connector, to: preferred, on: prediction.server),
                        .verify(prediction.connector, name: name, on: prediction.server),
                    ]
                } ?? []
            )
        }
    }
}
