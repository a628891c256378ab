/// Flags requests that leave out a name which the certificate must cover.
struct RequestNamesNotCovering: RequestRule {
    static let metadata = RuleMetadata(
        id: "request-names-not-covering",
        severity: .error,
        title: "The request does not cover the name",
        rationale: """
            Exchange and its peers compare a connector's name with the names of the certificate. Many CAs take further \
            names with the order; what the request leaves out must then be given there.
            """,
        remedy: "make the request anew with the name in its subjectAltName, or give the name with the order",
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)", "RFC 9525, 6",
        ],
        certainty: .documented,
        since: "0.1.0"
    )

    func findings(in offer: Offer) -> [OfferFinding] {
        guard let request = offer.request else { return [] }
        let matcher = NameMatcher(alternativeNames: offer.names, subject: request.subject)
        let coverage = offer.references.map { (reference: $0, coverage: matcher.coverage(of: $0)) }
        let coversSome = coverage.contains { $0.coverage.isCovered }
        return coverage.compactMap { reference, coverage in
            guard case .none(let misses) = coverage else { return nil }
            let evidence = misses.isEmpty ? "" : ": " + misses.map(\.text).joined(separator: "; ")
            return finding(
                "\(reference.text) is not among the request's names\(evidence)",
                severity: coversSome ? .warning : .error
            )
        }
    }
}
