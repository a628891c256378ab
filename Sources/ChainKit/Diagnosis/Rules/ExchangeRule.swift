/// One check of a mail transport's connectors and servers.
///
/// A rule looks at a situation and at nothing else: the same situation gives the same findings.
protocol ExchangeRule: Sendable {
    static var metadata: RuleMetadata { get }
    func findings(in situation: ExchangeSituation) -> [ExchangeFinding]
}

extension ExchangeRule {
    /// A finding of this rule; severity, certainty and error come from the metadata where they are not given.
    func finding(
        _ message: String,
        about concerns: ExchangeFinding.Concern...,
        severity: Severity? = nil,
        certainty: Certainty? = nil,
        expectedError: String? = nil,
        remedies: [Remedy] = []
    ) -> ExchangeFinding {
        finding(
            message,
            concerns: concerns,
            severity: severity,
            certainty: certainty,
            expectedError: expectedError,
            remedies: remedies
        )
    }

    /// The same about any number of things, the first foremost.
    func finding(
        _ message: String,
        concerns: [ExchangeFinding.Concern],
        severity: Severity? = nil,
        certainty: Certainty? = nil,
        expectedError: String? = nil,
        remedies: [Remedy] = []
    ) -> ExchangeFinding {
        ExchangeFinding(
            rule: Self.metadata.id,
            severity: severity ?? Self.metadata.severity,
            certainty: certainty ?? Self.metadata.certainty,
            concerns: concerns,
            message: message,
            expectedError: expectedError ?? Self.metadata.expectedError,
            remedies: remedies
        )
    }
}
