/// Which certificates that may be bound cover each of several names.
struct CoverageTally {
    /// One name and who covers it.
    struct Name {
        let reference: ReferenceIdentifier
        /// Certificates that cover it and may be bound.
        fileprivate(set) var count = 0
        /// The first few of them, each with the wildcard that covers the name where one does.
        fileprivate(set) var shown: [(sources: [SourceLocation], wildcard: String?)] = []
    }

    private(set) var names: [Name] = []

    /// Names listed for one name; the rest is counted.
    private static let mostShown = 5

    mutating func add(_ record: AuditRecord) {
        guard record.coverage.count > 1 else { return }
        if names.isEmpty { names = record.coverage.map { Name(reference: $0.reference) } }
        guard record.verdict?.isEligible == true else { return }
        for (index, item) in record.coverage.enumerated() where item.coverage.isCovered {
            names[index].count += 1
            guard names[index].shown.count < Self.mostShown else { continue }
            var wildcard: String?
            if case .wildcard(let pattern) = item.coverage { wildcard = pattern }
            names[index].shown.append((record.sources, wildcard))
        }
    }
}
