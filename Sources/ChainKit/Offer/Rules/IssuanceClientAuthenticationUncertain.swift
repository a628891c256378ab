/// Says whether the certificate will serve TLS clients too, as far as it is known.
struct IssuanceClientAuthenticationUncertain: IssuanceRule {
    static let metadata = RuleMetadata(
        id: "issuance-client-authentication-uncertain",
        severity: .note,
        title: "The certificate may come without clientAuth",
        rationale: """
            Public CAs are dropping clientAuth from server certificates, each by its own dates. Microsoft has not \
            documented whether Exchange Online needs it of a server that connects to it.
            """,
        remedy: """
            ask the CA; if mail to Exchange Online fails with 5.7.51 or 5.7.64 after a renewal that dropped clientAuth, \
            suspect this
            """,
        citations: [PolicyData.clientAuthenticationOfAll.source.title]
            + PolicyData.clientAuthentication.map(\.source.title),
        certainty: .unknown,
        since: "0.1.0"
    )

    func findings(in issuance: IssuanceFacts) -> [OfferFinding] {
        guard let forecast = issuance.forecast else { return [] }
        let what = forecast.isIncluded ? "clientAuth may be included" : "judged without clientAuth"
        return [
            finding(
                "\(what): \(forecast.reason)",
                assurance: forecast.policy.isEmpty ? .certain : .dependsOnCA,
                certainty: forecast.certainty,
                policy: forecast.policy
            )
        ]
    }
}
