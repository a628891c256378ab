extension Remedy {
    /// Sets properties of a connector on premises.
    static func set(
        _ goal: String,
        on connector: TransportConnector,
        _ parameters: [PowerShellCommand.Parameter],
        dangers: [String] = [],
        source: String
    ) -> Remedy {
        Remedy(
            goal,
            [setting(connector, parameters)],
            dangers: dangers,
            certainty: .documented,
            source: source
        )
    }

    /// Runs the Hybrid Configuration Wizard, which writes the connectors as Microsoft wants them.
    static func runWizard(_ goal: String) -> Remedy {
        Remedy(
            goal,
            dangers: ["the wizard writes the hybrid connectors anew: note down what was changed by hand"],
            certainty: .stated,
            source: Citation.hybridTls
        )
    }

    /// Something that a person must decide.
    static func advise(_ goal: String, certainty: Certainty, source: String) -> Remedy {
        Remedy(goal, certainty: certainty, source: source)
    }
}
