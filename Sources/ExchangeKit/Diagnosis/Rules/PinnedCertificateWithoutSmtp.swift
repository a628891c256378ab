import ChainKit

/// Flags connectors that name a certificate to which SMTP is not assigned.
struct PinnedCertificateWithoutSmtp: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "pinned-certificate-without-smtp",
        severity: .error,
        title: "A connector names a certificate without SMTP",
        rationale: """
            For a certificate that a connector names, Exchange does not check whether SMTP is assigned to it. The \
            certificate is chosen all the same, and TLS fails afterwards.
            """,
        remedy:
            "assign SMTP to the certificate on each server, and answer No when asked to overwrite the default",
        citations: [Citation.inboundSelection, Citation.hybridTls],
        certainty: .documented,
        expectedError: "TLS fails after the certificate was chosen",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.flatMap { pinned -> [ExchangeFinding] in
            let prediction = pinned.prediction
            guard case .found = pinned.standing else { return [] }
            // What a step left out is not presented, so that its services do not matter.
            let possible = prediction.possible.map(\.installed)
            let lacking = possible.filter { $0.services.map { !$0.contains(.smtp) } ?? false }
            let isCertain = lacking.count == possible.count && prediction.choice.presented != nil
            return lacking.map { installed in
                finding(
                    """
                    \(prediction.label) names certificate \(installed.evidence), whose services are \
                    \(installed.services?.words ?? ""): it is chosen without SMTP, and TLS fails
                    """,
                    about: prediction.concern,
                    .certificate(installed.thumbprint),
                    severity: isCertain && prediction.part.carriesMail ? .error : .warning,
                    certainty: prediction.connector.role == .server ? .documented : .stated,
                    remedies: remedies(for: installed, prediction, in: situation)
                )
            }
        }
    }

    private func remedies(
        for installed: InstalledCertificate,
        _ prediction: ConnectorPrediction,
        in situation: ExchangeSituation
    ) -> [Remedy] {
        let judge = situation.predictor.judge
        let isRefused =
            prediction.part.isHybrid
            && judge.acceptance(of: installed, as: prediction.connector.role).isRefused
        if !isRefused {
            return [.assignSmtp(to: installed.thumbprint, on: installed.server ?? prediction.server)]
        }
        return situation.pinning(prediction, to: situation.replacement(for: prediction))
    }
}
