import ChainKit

/// One check of a mail transport's connectors and servers.
///
/// A rule looks at a situation and at nothing else: the same situation gives the same findings.
protocol ExchangeRule: Rule {
    func findings(in situation: ExchangeSituation) -> [ExchangeFinding]
}

extension ExchangeRule {
    /// A finding of this rule; severity, certainty and error come from the metadata where they are not given.
    func finding(
        _ message: String,
        about concerns: ExchangeFinding.Concern...,
        severity: Severity? = nil,
        certainty: Certainty? = nil,
        expectedError: ExpectedError = .ofTheRule,
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
        expectedError: ExpectedError = .ofTheRule,
        remedies: [Remedy] = []
    ) -> ExchangeFinding {
        let severity = severity ?? Self.metadata.severity
        return ExchangeFinding(
            rule: Self.metadata.id,
            severity: severity,
            certainty: certainty ?? Self.metadata.certainty,
            concerns: concerns,
            message: message,
            expectedError: expectedError.text(of: Self.metadata, severity),
            // A note asks for nothing to be done.
            remedies: severity == .note ? [] : remedies
        )
    }
}

/// What an administrator sees where a finding holds.
enum ExpectedError: Sendable, ExpressibleByStringLiteral {
    /// The error of the rule; none where the finding is less grave than the rule: then mail goes on.
    case ofTheRule
    /// This one, whatever the rule says.
    case seen(String)
    /// None, or another finding's error comes first.
    case none

    init(stringLiteral text: String) { self = .seen(text) }

    /// An error that may not be known.
    init(_ text: String?) { self = text.map { .seen($0) } ?? .none }

    func text(of rule: RuleMetadata, _ severity: Severity) -> String? {
        switch self {
        case .ofTheRule: severity < rule.severity ? nil : rule.expectedError
        case .seen(let text): text
        case .none: nil
        }
    }
}
