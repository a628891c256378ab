import ChainKit

/// Flags connectors whose certificate is on the server without its private key.
struct ServerLacksPrivateKey: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "server-lacks-private-key",
        severity: .error,
        title: "The certificate that a connector looks for is there without its private key",
        rationale: """
            Exchange takes only certificates whose private key the server has. A certificate that was imported without \
            its key, or whose link to the key was lost, is listed with HasPrivateKey False: a Send connector then has no \
            credentials, and a Receive connector does not offer STARTTLS. The certificate itself is not at fault, so that \
            another one is not needed.
            """,
        remedy:
            "restore the link to the key with certutil -repairstore, or import the certificate with its key",
        citations: [Citation.inboundSelection, Citation.noCredentials, Citation.importCertificate],
        certainty: .documented,
        expectedError:
            "TLS negotiation failed with error NoCredentials (sending); event 12014 and no STARTTLS (receiving)",
        since: "0.2.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.connectorsInUse.compactMap { prediction in
            guard let first = prediction.withoutPrivateKey.first?.installed else { return nil }
            let severity = prediction.severityWithoutCertificate
            let place = first.server ?? prediction.server ?? "the server"
            return finding(
                """
                \(prediction.label) looks for \(prediction.choice.name.origin), and certificate \(first.evidence) is on \
                \(place) without its private key
                """,
                about: prediction.concern,
                .certificate(first.thumbprint),
                severity: severity,
                certainty: prediction.connector.role == .server ? .documented : .stated,
                expectedError: severity == .error ? .seen(Self.error(of: prediction)) : .none,
                remedies: remedies(for: first, prediction, in: situation)
            )
        }
    }

    private static func error(of prediction: ConnectorPrediction) -> String {
        switch prediction.connector {
        case .send:
            """
            "TLS negotiation failed with error NoCredentials" in the protocol log; 421 4.4.1 Connection timed out in the \
            queue
            """
        case .receive: prediction.connector.errorWithoutPinned
        }
    }

    /// Where Exchange Online would refuse the certificate, its key is not worth restoring.
    private func remedies(
        for installed: InstalledCertificate,
        _ prediction: ConnectorPrediction,
        in situation: ExchangeSituation
    ) -> [Remedy] {
        let judge = situation.predictor.judge
        let isRefused =
            prediction.part.isHybrid
            && judge.acceptance(of: installed, as: prediction.connector.role).isRefused
        let server = installed.server ?? prediction.server
        let restoring: [Remedy] =
            isRefused
            ? []
            : [.repairKey(of: installed.thumbprint, on: server)]
                + (server.map { [.importCertificate(on: $0)] } ?? [])
        return restoring + situation.pinning(prediction, to: situation.replacement(for: prediction))
    }
}
