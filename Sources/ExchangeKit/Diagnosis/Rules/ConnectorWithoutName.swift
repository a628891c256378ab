import ChainKit

/// Flags Send connectors to Exchange Online with neither Fqdn nor TlsCertificateName.
struct ConnectorWithoutName: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "connector-without-name",
        severity: .warning,
        title: "A Send connector to Exchange Online has neither Fqdn nor TlsCertificateName",
        rationale: """
            Without both, the server's own name decides which certificate is presented. HealthChecker's authors warn of \
            it: no public CA vouches for an internal name such as server.contoso.local, so that the certificate which \
            covers it is the server's own.
            """,
        remedy: "name the certificate in the connector's TlsCertificateName, or set a public Fqdn",
        citations: [Citation.healthChecker, Citation.setSendConnector],
        certainty: .documented,
        expectedError: "454 4.7.0 … UntrustedRoot: Access Denied",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.hybridSending.compactMap { prediction in
            guard case .send(let send) = prediction.connector, send.fqdn == .empty,
                send.tlsCertificateName == .empty
            else { return nil }
            let name = prediction.server.flatMap { situation.stores.fqdn(of: $0) }
            let isInternal = name.map(Self.isInternal) ?? false
            let better = situation.replacement(for: prediction)
            let isBroken = prediction.isWithoutUsableCertificate
            let severity: Severity = isInternal && isBroken ? .error : .warning
            let subject = name ?? "the server's own name"
            let said =
                isInternal
                ? "\(subject) decides which certificate is presented, and no public CA can vouch for that name"
                : "\(subject) decides which certificate is presented"
            return finding(
                "\(prediction.label) has neither Fqdn nor TlsCertificateName: \(said)",
                about: prediction.concern,
                severity: severity,
                // What is seen without a certificate, another finding says.
                expectedError: severity == .error && prediction.acceptance.isRefused ? .ofTheRule : .none,
                remedies: better.map {
                    [.pin(prediction.connector, to: $0, on: prediction.server)]
                } ?? []
            )
        }
    }

    /// Whether a name ends in what is no public suffix.
    private static func isInternal(_ name: String) -> Bool {
        guard let last = name.lowercased().split(separator: ".").last else { return false }
        return !PublicSuffixes.contains([last])
    }
}
