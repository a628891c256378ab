/// What an inventory amounts to: predictions, and what is wrong.
public struct Diagnosis: Sendable {
    /// The inventory, the judgements and the predictions.
    public let situation: ExchangeSituation
    /// Everything found, gravest first, then by rule.
    public let findings: [ExchangeFinding]

    /// Whether the exports leave open what becomes of the mail of a connector to or from Exchange Online.
    public var isUnsettled: Bool { situation.hybridConnectors.contains(where: \.isUnsettled) }

    /// How many findings have a severity.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
