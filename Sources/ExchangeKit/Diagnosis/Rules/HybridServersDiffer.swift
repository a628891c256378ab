import ChainKit

/// Flags servers of the hybrid mail flow that do not have the same certificate.
struct HybridServersDiffer: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "hybrid-servers-differ",
        severity: .error,
        title: "Hybrid servers do not have the same certificate",
        rationale: """
            Microsoft requires the certificate of the hybrid mail flow on every server that takes part, with the same \
            issuer and the same subject. One server that was left out at a renewal is reported to make mail fail now \
            and then, according to the server that it passes.
            """,
        remedy: "install the same certificate on every server that sends to or receives from Exchange Online",
        citations: [Citation.hybridRequirements, Citation.partnerReport],
        certainty: .documented,
        expectedError: "intermittent: 450 4.7.320 or 4.4.317 SubjectMismatch, 454 4.7.5 … could not be found",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        missing(in: situation) + different(situation.hybridSending, what: "sending")
            + different(situation.hybridReceiving, what: "receiving")
    }

    /// Servers without the certificate that their connector names, while another server has it.
    private func missing(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.pinnedNames.compactMap { pinned in
            guard case .elsewhere(let servers) = pinned.standing else { return nil }
            let prediction = pinned.prediction
            guard let severity = pinned.severity else { return nil }
            let there = situation.inventory.certificates.filter {
                TlsCertificateNameMatch.isMatch(pinned.name, $0)
            }
            let isWorthImporting = there.contains { installed in
                installed.hasPrivateKey != false
                    && !situation.predictor.judge.acceptance(of: installed, as: prediction.connector.role)
                        .isRefused
            }
            let here = prediction.server ?? "its server"
            return finding(
                """
                \(prediction.label) names \(pinned.name.text): \(Evidence.list(servers)) \
                \(servers.count == 1 ? "has" : "have") that certificate, \(here) does not
                """,
                about: prediction.concern,
                .server(here),
                severity: severity,
                expectedError: pinned.expectedError,
                remedies: isWorthImporting
                    ? prediction.server.map { [.importCertificate(on: $0)] } ?? []
                    : situation.pinning(prediction, to: situation.replacement(for: prediction))
            )
        }
    }

    private func different(_ predictions: [ConnectorPrediction], what: String) -> [ExchangeFinding] {
        var groups: [(name: String, servers: [String])] = []
        for prediction in predictions {
            guard let server = prediction.server, let presented = prediction.onlyPossible,
                let name = TlsCertificateName(presented)
            else { continue }
            if let place = groups.firstIndex(where: { $0.name == name.text }) {
                if !groups[place].servers.contains(server) { groups[place].servers.append(server) }
            } else {
                groups.append((name.text, [server]))
            }
        }
        let servers = Set(groups.flatMap(\.servers))
        // Two connectors of one server may well present two certificates.
        guard groups.count > 1, servers.count > 1,
            groups.contains(where: { $0.servers.count < servers.count })
        else { return [] }
        let list = groups.map { "\($0.name) on \(Evidence.list($0.servers))" }.joined(separator: "; ")
        // All of them may pass; then Microsoft's requirement of one certificate is what remains.
        let broken = predictions.filter(\.isWithoutUsableCertificate)
        let isWorthImporting = broken.count < predictions.count
        return [
            finding(
                "the servers \(what) in the hybrid mail flow present different certificates: \(list)",
                about: .organization,
                severity: broken.isEmpty ? .warning : .error,
                remedies: isWorthImporting
                    ? Set(broken.compactMap(\.server)).sorted().map { .importCertificate(on: $0) } : []
            )
        ]
    }
}
