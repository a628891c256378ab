/// One check of an offer.
///
/// A rule looks at what it is given and at nothing else: the same offer gives the same findings.
protocol OfferRule: Rule {}

/// A check of what is asked for: the request, its key, its names.
///
/// It needs no issuer.
protocol RequestRule: OfferRule {
    func findings(in offer: Offer) -> [OfferFinding]
}

/// A check of what an issuer would make of it.
protocol IssuanceRule: OfferRule {
    func findings(in issuance: IssuanceFacts) -> [OfferFinding]
}

extension OfferRule {
    /// A finding of this rule; severity, certainty and remedy come from the metadata where they are not given.
    func finding(
        _ message: String,
        severity: Severity? = nil,
        assurance: Assurance = .certain,
        certainty: Certainty? = nil,
        remedy: String? = nil,
        policy: [PolicySource] = []
    ) -> OfferFinding {
        OfferFinding(
            rule: Self.metadata.id,
            severity: severity ?? Self.metadata.severity,
            assurance: assurance,
            certainty: certainty ?? Self.metadata.certainty,
            message: message,
            remedy: remedy ?? Self.metadata.remedy,
            policy: policy
        )
    }
}
