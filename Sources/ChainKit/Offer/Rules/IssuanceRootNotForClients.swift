/// Notes that the root will not serve TLS clients through the certificate's life.
struct IssuanceRootNotForClients: IssuanceRule {
    static let metadata = RuleMetadata(
        id: "issuance-root-not-for-clients",
        severity: .note,
        title: "The root is not trusted for TLS clients throughout",
        rationale: """
            When Exchange sends to Exchange Online its certificate is a client's. Whether Exchange Online asks the root \
            to be listed for clients is not documented.
            """,
        remedy: "nothing now; prefer a root that is listed for both purposes where there is a choice",
        citations: ["Microsoft Trusted Root Program, list of trusted roots"],
        certainty: .unknown,
        since: "0.1.0"
    )

    func findings(in issuance: IssuanceFacts) -> [OfferFinding] {
        guard let root = issuance.record.search.best?.path.anchor?.certificate else { return [] }
        return issuance.terms.filter { $0.root == root && $0.purpose == .clientAuthentication && !$0.lasts }
            .map { finding("\(Evidence.name(root)): \($0.words)") }
    }
}
