import ChainKit

/// Flags connectors that name a certificate which the selection passes over.
struct PinnedCertificateUnusable: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "pinned-certificate-unusable",
        severity: .error,
        title: "A connector names a certificate that cannot be used",
        rationale: """
            A certificate may have the name that the connector looks for and still fall out of the selection: its \
            Status is Invalid or Revoked on that server. Microsoft's support reports the \
            same errors for it as for a certificate that is not there.
            """,
        remedy: "replace the certificate on that server, or repair what makes it invalid there",
        citations: [Citation.hybridTls, Citation.connectorNameNotFound, Citation.inboundSelection],
        certainty: .stated,
        expectedError: "454 4.7.5 … could not be found (sending); event 12014 and no STARTTLS (receiving)",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            let prediction = pinned.prediction
            guard case .found(let found) = pinned.standing,
                case .none(let reason) = prediction.choice.outcome, let severity = pinned.severity,
                prediction.withoutPrivateKey.isEmpty, let first = found.first
            else { return nil }
            let thumbprints = Set(found.map(\.thumbprint))
            let reasons = prediction.choice.steps.flatMap(\.dropped)
                .filter { thumbprints.contains($0.thumbprint) }.map { "\($0.thumbprint): \($0.reason)" }
            let why = reasons.isEmpty ? reason : Evidence.list(reasons)
            let better = situation.replacement(for: prediction) { !found.contains($0) }
            // Revoked is not mended by an intermediate.
            let lacksChain = found.contains { $0.status == .invalid || $0.status == nil }
            return finding(
                "\(prediction.label) names certificate \(first.evidence), and it is not used: \(why)",
                about: prediction.concern,
                .certificate(first.thumbprint),
                severity: severity,
                certainty: max(Self.metadata.certainty, prediction.choice.certainty),
                expectedError: pinned.expectedError,
                remedies: (better.map {
                    [Remedy.pin(prediction.connector, to: $0, on: prediction.server)]
                } ?? []) + (lacksChain ? [.installIntermediates(on: prediction.server)] : [])
            )
        }
    }
}
