import ChainKit

/// Flags servers whose certificates were not exported, while a connector to or from Exchange Online uses them.
struct ServerCertificatesNotExported: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "server-certificates-not-exported",
        severity: .warning,
        title: "The certificates of a server that carries hybrid mail were not exported",
        rationale: """
            Get-ExchangeCertificate lists the certificates of one server, while connectors are exported for the whole \
            organization. What was not exported is unknown and not absent: the server may have the right certificate. An \
            Edge Transport server is no member of the organization's domain, so its certificates are listed on that \
            server only. A shell that was not started as administrator may list no certificate at all, and with payload \
            signing an expired Auth certificate can have the same effect.
            """,
        remedy:
            "export the certificates of each server that the connectors name, in a shell run as administrator",
        citations: [Citation.getCertificate, Citation.healthChecker],
        certainty: .documented,
        since: "0.2.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let open = situation.hybridConnectors.filter { $0.store.gap != nil }
        var servers: [String?] = []
        for prediction in open where !servers.contains(prediction.server) {
            servers.append(prediction.server)
        }
        return servers.map { server in
            let predictions = open.filter { $0.server == server }
            let labels = predictions.map { "\($0.connector.label)" }
            return finding(
                """
                \(predictions[0].store.gap ?? ""): which certificate \(Evidence.list(labels)) \
                \(labels.count == 1 ? "presents" : "present") there is not known
                """,
                concerns: predictions.map(\.concern) + (server.map { [.server($0)] } ?? []),
                remedies: [
                    .exportCertificates(of: server, isEdge: server.map(situation.stores.isEdge) ?? false)
                ]
            )
        }
    }
}
