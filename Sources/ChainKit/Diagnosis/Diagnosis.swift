/// What an inventory amounts to: predictions, and what is wrong.
public struct Diagnosis: Sendable {
    /// The inventory, the judgements and the predictions.
    public let situation: ExchangeSituation
    /// Everything found, gravest first, then by rule.
    public let findings: [ExchangeFinding]

    /// Whether the exports leave open what becomes of a connector's mail.
    public var isUnsettled: Bool { situation.connectors.contains { $0.outcome.isUndetermined } }

    /// Diagnoses an inventory whose certificates have been judged.
    init(of inventory: ExchangeInventory, judgements: CertificateJudgements, at time: Instant) {
        let predictor = Predictor(inventory: inventory, judgements: judgements, time: time)
        var situation = ExchangeSituation(
            inventory: inventory,
            time: time,
            judgements: judgements,
            inbound: inventory.receiveConnectors.map(predictor.predict),
            outbound: inventory.sendConnectors.flatMap(predictor.predictions),
            internalTransport: inventory.transportServers.map(predictor.predict),
            predictor: predictor
        )
        findings = ExchangeRuleRegistry.findings(in: situation)
        situation.settle(by: findings)
        self.situation = situation
    }

    /// How many findings have a severity.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
