/// Flags certificates of which nothing can be said because the search for paths met a limit.
struct PathSearchCutShort: CertificateRule {
    static let metadata = RuleMetadata(
        id: "path-search-cut-short",
        severity: .warning,
        title: "The search for paths was cut short",
        rationale: """
            A folder can hold certificates that would keep a search busy for ever, so every search has limits. This one \
            met a limit before it found a trusted path: there may be one, or none.
            """,
        remedy: "audit the certificate with its own intermediates alone",
        citations: ["RFC 4158"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard subject.search.isUndetermined, let limit = subject.search.limitInWords else { return [] }
        let tried = Evidence.count(subject.search.attempts.count, "path")
        return [finding("the search ended at its limit of \(limit), after \(tried)")]
    }
}
