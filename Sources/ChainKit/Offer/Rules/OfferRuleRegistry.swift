/// All rules for offers, each kind in the order of its ids.
package enum OfferRuleRegistry {
    static let request: [any RequestRule] = [
        RequestCommonNameOutsideNames(),
        RequestExponentUnsuitable(),
        RequestKeyUnsuitable(),
        RequestKeyWithRocaFingerprint(),
        RequestModulusShared(),
        RequestNameNotPublic(),
        RequestNamesNotCovering(),
        RequestPrimesClose(),
        RequestSignatureInvalid(),
        RequestSubjectEmpty(),
    ]

    static let issuance: [any IssuanceRule] = [
        IssuanceClientAuthenticationUncertain(),
        IssuanceIntermediateUnknown(),
        IssuanceRenewalsFrequent(),
        IssuanceRootNotForClients(),
    ]

    static let all: [any OfferRule] = issuance + request

    /// What is to be known of every rule, in the order of their ids.
    package static let documentation: [RuleMetadata] = all.map { type(of: $0).metadata }

    /// What every rule finds in what is asked for, gravest first, then in the order of ids.
    static func findings(in offer: Offer) -> [OfferFinding] {
        request.flatMap { $0.findings(in: offer) }.gravestFirst
    }

    /// What every rule finds in what an issuer would make of it.
    static func findings(in issuance: IssuanceFacts) -> [OfferFinding] {
        self.issuance.flatMap { $0.findings(in: issuance) }
    }
}

extension [OfferFinding] {
    /// The gravest first, otherwise in the order at hand.
    var gravestFirst: [OfferFinding] {
        enumerated().sorted { one, other in
            one.element.severity != other.element.severity
                ? one.element.severity > other.element.severity : one.offset < other.offset
        }.map(\.element)
    }
}
