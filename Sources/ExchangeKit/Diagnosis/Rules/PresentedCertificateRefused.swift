import ChainKit

/// Flags connectors of the hybrid mail flow that present a certificate which Exchange Online refuses.
struct PresentedCertificateRefused: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "presented-certificate-refused",
        severity: .error,
        title: "A connector presents a certificate that Exchange Online refuses",
        rationale: """
            The certificate of the hybrid mail flow must be of a public CA that Microsoft trusts, complete with its \
            intermediates, within its validity. What speaks against this one stands in the finding, with the rule that \
            tells more.
            """,
        remedy: "name a certificate in the connector that passes, or get one",
        citations: [Citation.hybridRequirements, Citation.untrustedRoot, Citation.missingIntermediates],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.hybridConnectors.compactMap { prediction in
            guard case .refused(let found, let error, let certainty) = prediction.acceptance,
                !Self.isNameAlone(prediction, found, in: situation),
                UntrustedWinner(prediction, in: situation) == nil, !prediction.possible.isEmpty
            else { return nil }
            let all = prediction.possible.map(\.installed)
            return finding(
                """
                \(prediction.label) \(Self.presents(prediction, all)), which Exchange Online \
                \(certainty.says("refuses", infinitive: "refuse")): \(Self.reasons(found))
                """,
                concerns: [prediction.concern] + all.map { .certificate($0.thumbprint) },
                certainty: max(certainty, prediction.choice.certainty),
                expectedError: ExpectedError(error),
                remedies: remedies(prediction, found, in: situation)
            )
        }
    }

    /// Whether a rule about the names that Exchange Online looks for says it.
    ///
    /// Not where one of several that may be presented fails by its name and another one by something else.
    private static func isNameAlone(
        _ prediction: ConnectorPrediction,
        _ found: [Finding],
        in situation: ExchangeSituation
    ) -> Bool {
        guard found.contains(where: { OnlineJudge.nameRules.contains($0.rule) }) else { return false }
        return found.contains { $0.rule == TlsSenderCertificateNameNotAccepted.metadata.id }
            || NameNotPresented(prediction, situation.onlineNames).map { !$0.isOpen } == true
    }

    private static func presents(_ prediction: ConnectorPrediction, _ all: [InstalledCertificate]) -> String {
        if all.count == 1, let first = all.first {
            return "\(prediction.presents) \(first.evidence)"
        }
        return "presents one of \(Evidence.list(all.map(\.thumbprint)))"
    }

    private static func reasons(_ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "it is self-signed (\(SelfSignedCertificate.metadata.id))" }
        return findings.map { "\($0.message) (\($0.rule))" }.joined(separator: "; ")
    }

    private func remedies(
        _ prediction: ConnectorPrediction,
        _ findings: [Finding],
        in situation: ExchangeSituation
    ) -> [Remedy] {
        var remedies: [Remedy] = []
        if let better = situation.replacement(for: prediction) {
            remedies.append(.pin(prediction.connector, to: better, on: prediction.server))
        }
        if findings.contains(where: { $0.rule == IssuerMissing.metadata.id }) {
            remedies.append(.installIntermediates(on: prediction.server))
        }
        if remedies.isEmpty {
            remedies.append(
                .publicCertificate(
                    prediction.choice.name.hostName ?? "the names that the connectors look for"
                )
            )
        }
        return remedies + [
            .verify(prediction.connector, name: prediction.choice.name.hostName, on: prediction.server)
        ]
    }
}
