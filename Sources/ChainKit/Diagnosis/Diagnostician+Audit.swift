extension Diagnostician {
    /// What each connector of an inventory presents, in the words of an audit's report.
    public func predictions(of inventory: ExchangeInventory, at time: Instant) -> [PredictedCertificate] {
        diagnose(inventory, at: time).situation.connectors.map { PredictedCertificate($0) }
    }
}

extension PredictedCertificate {
    fileprivate init(_ prediction: ConnectorPrediction) {
        let reason: String? =
            switch prediction.choice.outcome {
            case .presented: nil
            case .none(let reason), .undetermined(_, let reason): reason
            }
        let isHybrid: Bool? =
            switch prediction.part {
            case .carriesHybridMail: true
            case .none, .notMet: false
            case .unknown: nil
            }
        self.init(
            connector: prediction.connector.identity,
            role: prediction.connector.role,
            server: prediction.server,
            isHybrid: isHybrid,
            thumbprint: prediction.choice.presented?.installed.thumbprint,
            reason: reason,
            acceptance: prediction.acceptance.word,
            certainty: prediction.choice.certainty
        )
    }
}
