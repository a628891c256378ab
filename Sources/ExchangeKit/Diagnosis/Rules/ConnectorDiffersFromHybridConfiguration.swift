import ChainKit

/// Flags hybrid connectors that name another certificate than the hybrid configuration.
struct ConnectorDiffersFromHybridConfiguration: ExchangeRule {
    static let metadata = RuleMetadata(
        id: "connector-differs-from-hybrid-configuration",
        severity: .warning,
        title: "A connector names another certificate than the hybrid configuration",
        rationale: """
            The Hybrid Configuration Wizard writes one TlsCertificateName into the Send connector, the Receive \
            connectors and its own configuration. Where they differ, something was changed by hand or a renewal was \
            left half done, and the next run of the wizard undoes one or the other.
            """,
        remedy: "run the wizard's update of the secure mail certificate, or bring the connectors in line",
        citations: [Citation.healthChecker, Citation.hybridTls, Citation.wizardCommands],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        guard let wanted = situation.inventory.hybridConfiguration?.tlsCertificateName.value else {
            return []
        }
        return situation.settings.compactMap { connector, part in
            guard part.isHybrid, let difference = Self.difference(connector.tlsCertificateName, wanted) else {
                return nil
            }
            return finding(
                "\(connector.label) \(difference), the hybrid configuration names \(wanted)",
                about: connector.concern,
                remedies: [
                    .runWizard(
                        """
                        Run the Hybrid Configuration Wizard and choose to update the secure mail certificate for \
                        connectors
                        """
                    )
                ]
            )
        }
    }

    /// HealthChecker's comparison, which passes over case.
    private static func difference(_ setting: Setting<String>, _ wanted: String) -> String? {
        switch setting {
        case .notExported: nil
        case .empty: "names no certificate"
        case .value(let text): text.lowercased() == wanted.lowercased() ? nil : "names \(text)"
        }
    }
}
