/// All rules of the diagnosis, in the order of their ids.
public enum ExchangeRuleRegistry {
    static let all: [any ExchangeRule] = []

    /// What is to be known of every rule, in the order of their ids.
    public static var documentation: [RuleMetadata] { all.map { type(of: $0).metadata } }

    /// What every rule finds, gravest first, then in the order of ids.
    static func findings(in situation: ExchangeSituation) -> [ExchangeFinding] {
        let findings = all.flatMap { $0.findings(in: situation) }
        return findings.enumerated().sorted { one, other in
            one.element.severity != other.element.severity
                ? one.element.severity > other.element.severity : one.offset < other.offset
        }.map(\.element)
    }
}
