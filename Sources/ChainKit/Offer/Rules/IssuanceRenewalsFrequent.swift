/// Says how many certificates a year are to come, now and after each step of the CAs' own limit.
struct IssuanceRenewalsFrequent: IssuanceRule {
    static let metadata = RuleMetadata(
        id: "issuance-renewals-frequent",
        severity: .note,
        title: "The certificate must be renewed several times a year",
        rationale: """
            The CAs' own rules shorten the longest validity step by step. Each renewal is a new certificate that every \
            server must get and, where its issuer changes, a new TlsCertificateName on every connector.
            """,
        remedy: "plan for it, or automate it",
        citations: [PolicyData.lifetimeSource.title],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in issuance: IssuanceFacts) -> [OfferFinding] {
        let offer = issuance.offer
        guard offer.isPublic, let now = PolicyData.lifetimeLimit(at: offer.start) else { return [] }
        let days = min(offer.days, now.days)
        let steps = PolicyData.lifetimes.reversed().filter { $0.since > offer.start }.map {
            "from \($0.since.date) on \($0.days) days, \($0.certificatesPerYear) a year"
        }
        let perYear = (365 + days - 1) / max(days, 1)
        let today = "\(days) days, \(Evidence.count(perYear, "certificate")) a year"
        return [
            finding(
                ([today] + steps).joined(separator: "; "),
                policy: [PolicyData.lifetimeSource]
            )
        ]
    }
}
