/// Flags requests without a subject.
struct RequestSubjectEmpty: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-subject-empty",
        severity: .warning,
        title: "The request has no subject",
        rationale: """
            A TlsCertificateName is made of issuer and subject. Without a subject it is the same for every such \
            certificate of the CA and cannot tell them apart. How Exchange treats such a name is not documented.
            """,
        remedy: "make the request with a common name, and order a profile of the CA that writes one",
        citations: ["CA/Browser Forum, TLS Baseline Requirements, 7.1.2.7", "Microsoft, Set-SendConnector"],
        certainty: .unknown,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let request = offer.request, request.subject.isEmpty else { return [] }
        return [
            finding(
                """
                the subject is empty: unless the CA writes one, the TlsCertificateName will be that of every \
                certificate without a subject from this CA
                """,
                assurance: .dependsOnCA
            )
        ]
    }
}
