/// Flags offers of which only the root is known.
struct IssuanceIntermediateUnknown: IssuanceRule {
    static let metadata = RuleMetadata(
        id: "issuance-intermediate-unknown",
        severity: .warning,
        title: "The issuing certificate is not known",
        rationale: """
            Public CAs issue from intermediates and never from a root itself. Which intermediate it will be decides the \
            TlsCertificateName, what must be installed with the certificate, and whether the path is good.
            """,
        remedy: "ask the CA for the chain of a certificate that it issues today, and vet it with --chain",
        citations: ["CA/Browser Forum, TLS Baseline Requirements, 6.1.7"],
        certainty: .standard,
        traits: [.meansIntermediateUnknown],
        since: "0.1.0"
    )

    func findings(in issuance: IssuanceFacts) -> [OfferFinding] {
        guard !issuance.issuer.isIntermediateKnown else { return [] }
        return [
            finding(
                "judged as if the root issued it: the certificate must chain to \(Evidence.name(issuance.issuer.certificate))",
                assurance: .dependsOnCA
            )
        ]
    }
}
