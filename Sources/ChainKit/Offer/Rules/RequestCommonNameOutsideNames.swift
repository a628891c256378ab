/// Flags requests whose common name is a host that stands in no subjectAltName.
struct RequestCommonNameOutsideNames: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-common-name-outside-names",
        severity: .note,
        title: "The request's common name is not among its subjectAltNames",
        rationale: """
            Peers read subjectAltName only, and public CAs may write no common name that is not in it. Most CAs add the \
            name, some turn the request down.
            """,
        remedy: "put the common name among the subjectAltNames of the request as well",
        citations: ["CA/Browser Forum, TLS Baseline Requirements, 7.1.4.3", "RFC 9525, 6.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        offer.commonNamesAlone.map {
            finding(
                "the common name '\($0)' is not among the subjectAltNames: the CA must add it",
                assurance: .dependsOnCA
            )
        }
    }
}
