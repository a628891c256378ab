import ChainKit

/// Flags connectors that present a certificate which Exchange Online refuses, while one that it accepts covers the name.
struct UntrustedCertificateWins: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "untrusted-certificate-wins",
        severity: .error,
        title: "A certificate that Exchange Online refuses is chosen before one that it accepts",
        rationale: """
            A connector without a TlsCertificateName takes, among the certificates that cover its name, the newest one \
            that its server trusts. A certificate of an internal CA is as good to the server as one of a public CA; \
            Exchange Online trusts public roots only. So mail stops when somebody installs a newer internal certificate \
            for the same name. The selection is documented for receiving; that sending follows it is inferred.
            """,
        remedy:
            "name the public certificate in the connector's TlsCertificateName, then look at what is presented",
        citations: [
            Citation.untrustedWins, Citation.inboundSelection, Citation.hybridRequirements,
            Citation.enableCertificate,
        ],
        certainty: .documented,
        expectedError: """
            454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied; event 2004 \
            (MSExchangeTransport, SmtpSend)
            """,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.hybridConnectors.compactMap { prediction in
            UntrustedWinner(prediction, in: situation).map(story)
        }
    }

    private func story(_ won: UntrustedWinner) -> ExchangeFinding {
        let prediction = won.prediction
        let (winner, better) = (won.winner, won.better)
        let presents = prediction.presents
        let refuses = won.refusal.says("refuses", infinitive: "refuse")
        let against = won.findings.isEmpty ? "it is self-signed" : won.findings[0].message
        return finding(
            """
            \(prediction.label) names no certificate and looks by \(prediction.choice.name.origin): it \(presents) \
            \(winner.evidence), because \(won.reason). Exchange Online \(refuses) that one: \(against). It would accept \
            \(better.evidence), which covers the name as well
            """,
            about: prediction.concern,
            .certificate(winner.thumbprint),
            .certificate(better.thumbprint),
            certainty: won.certainty,
            expectedError: prediction.connector.role == .client
                ? .ofTheRule
                : "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot] or [Message=SubjectMismatch …]",
            remedies: [
                .pin(prediction.connector, to: better, on: prediction.server),
                .verify(
                    prediction.connector,
                    name: prediction.choice.name.hostName,
                    on: prediction.server
                ),
                .restart(prediction.connector),
                .drop(winner),
            ]
        )
    }
}
