import ChainKit

/// Flags connectors whose name no usable certificate of the server covers.
struct NoCertificateForName: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "no-certificate-for-name",
        severity: .error,
        title: "No certificate covers a connector's name",
        rationale: """
            A connector without a TlsCertificateName looks for a certificate by its Fqdn, or by the server's own name. \
            Where none with SMTP and a private key covers that name, a Receive connector does not offer STARTTLS. A \
            wildcard covers one label only. For Send connectors the same is inferred.
            """,
        remedy: "set an Fqdn that a certificate covers, or name the certificate in the connector",
        citations: [Citation.inboundSelection, Citation.digitalCertificates],
        certainty: .documented,
        expectedError: "event 12014; Exchange Online sees 451 5.7.3 STARTTLS is required to send mail",
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        situation.connectorsInUse.compactMap { prediction in
            guard case .none = prediction.choice.outcome, !prediction.isWithoutTls,
                prediction.withoutPrivateKey.isEmpty,
                let name = prediction.choice.name.hostName,
                // A Send connector needs a certificate of its own only where the other side asks who we are.
                prediction.part.isHybrid || prediction.connector.role == .server
            else { return nil }
            let store = situation.store(of: prediction.server)
            guard !store.isEmpty else { return nil }
            let better = situation.replacement(for: prediction)
            let near = Self.near(name, in: store, prediction)
            let certainty: Certainty = prediction.connector.role == .server ? .documented : .inferred
            return finding(
                """
                \(prediction.label) looks for a certificate by \(prediction.choice.name.origin), and none of the \
                \(Evidence.count(store.count, "certificate")) exported\(prediction.server.map { " of \($0)" } ?? "") can be used for it\
                \(near.isEmpty ? "" : ": " + Evidence.list(near))
                """,
                about: prediction.concern,
                severity: prediction.part.isHybrid ? .error : .warning,
                certainty: max(certainty, prediction.choice.certainty),
                expectedError: !prediction.part.isHybrid || prediction.connector.role == .server
                    ? .ofTheRule : "550 5.7.64 TenantAttribution; Relay Access Denied",
                remedies: prediction.part.isHybrid
                    ? [
                        better.map { .pin(prediction.connector, to: $0, on: prediction.server) }
                            ?? .publicCertificate(name)
                    ] : []
            )
        }
    }

    /// What covers the name and fell out, then names that a person might take for it.
    private static func near(
        _ name: String,
        in store: [InstalledCertificate],
        _ prediction: ConnectorPrediction
    ) -> [String] {
        guard case .dns(let wanted)? = ReferenceIdentifier(name) else { return [] }
        let dropped = Dictionary(
            prediction.choice.steps.flatMap(\.dropped).map { ($0.thumbprint, $0.reason) },
            uniquingKeysWith: { first, _ in first }
        )
        let covering = store.filter { installed in
            switch CandidateNameMatch(installed, name: name) {
            case .exact, .wildcard: true
            case .none, .unknown: false
            }
        }
        let excluded = covering.map { installed in
            "\(installed.thumbprint) covers it, but \(dropped[installed.thumbprint] ?? "was not taken")"
        }
        let misses = store.filter { !covering.contains($0) }.flatMap { installed -> [String] in
            guard let certificate = installed.certificate,
                case .none(let misses) = NameMatcher(certificate).coverage(of: .dns(wanted))
            else { return [] }
            return misses.map { "\($0.text) (\(installed.thumbprint))" }
        }
        return excluded + misses
    }
}
