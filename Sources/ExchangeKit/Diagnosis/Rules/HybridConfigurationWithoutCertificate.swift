import ChainKit

/// Flags a hybrid configuration that holds no TlsCertificateName.
struct HybridConfigurationWithoutCertificate: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "hybrid-configuration-without-certificate",
        severity: .warning,
        title: "The hybrid configuration names no certificate",
        rationale: """
            The Hybrid Configuration Wizard keeps the certificate of the hybrid mail flow in its configuration. \
            HealthChecker marks a configuration without one red. Mail flows by the connectors, not by this value.
            """,
        remedy: "run the Hybrid Configuration Wizard and choose the certificate",
        citations: [Citation.healthChecker],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        guard let configuration = situation.inventory.hybridConfiguration,
            configuration.tlsCertificateName == .empty
        else { return [] }
        return [
            finding(
                "the TlsCertificateName of the hybrid configuration is empty",
                about: .organization,
                remedies: [
                    .runWizard(
                        "Run the Hybrid Configuration Wizard and choose the certificate for secure mail"
                    )
                ]
            )
        ]
    }
}
