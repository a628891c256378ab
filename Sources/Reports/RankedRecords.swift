package import ChainKit

/// The records that a text report tells one by one, kept until its end because the answer stands first.
///
/// Bounded: of 10,000 certificates a person reads a hundred, and the rest are counted.
struct RankedRecords {
    /// Records kept of each group.
    static let kept = 100

    /// What may be bound, the best first: higher score, later expiry, lower thumbprint.
    private(set) var eligible: [AuditRecord] = []
    /// What nothing can be said of, as found.
    private(set) var undetermined: [AuditRecord] = []
    /// What must not be bound, as found.
    private(set) var ineligible: [AuditRecord] = []
    /// What serves other purposes, as found.
    private(set) var others: [AuditRecord] = []
    /// Authorities, as found.
    private(set) var authorities: [AuditRecord] = []
    /// What must not be bound and has the fewest reasons why; never one whose root may be private.
    private(set) var nearest: AuditRecord?
    /// Whether every certificate that was judged is one whose root may be private.
    private(set) var hasOnlyPrivateRoots = true
    /// How many certificates each rule found something in, by the gravity of the finding.
    private(set) var tally: [Severity: [String: Int]] = [:]

    mutating func add(_ record: AuditRecord) {
        let mayBePrivate = record.mayBePrivate
        if record.verdict != nil, !mayBePrivate { hasOnlyPrivateRoots = false }
        switch record.verdict {
        case nil where record.role == .endEntity: Self.append(record, to: &others)
        case nil: Self.append(record, to: &authorities)
        case .undetermined: Self.append(record, to: &undetermined)
        case .ineligible:
            Self.append(record, to: &ineligible)
            guard !mayBePrivate else { break }
            if nearest.map({ Self.blockers(of: record) < Self.blockers(of: $0) }) ?? true { nearest = record }
        case .eligible, .eligibleWithWarnings: insert(record)
        }
        guard record.verdict != nil else { return }
        for finding in Set(record.findings.map { Kind(severity: $0.severity, rule: $0.rule) }) {
            tally[finding.severity, default: [:]][finding.rule, default: 0] += 1
        }
    }

    /// The rules that found something of a gravity, the most frequent first.
    func frequencies(_ severity: Severity) -> [(rule: String, count: Int)] {
        (tally[severity] ?? [:]).map { (rule: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    }

    private struct Kind: Hashable {
        let severity: Severity
        let rule: String
    }

    private static func append(_ record: AuditRecord, to records: inout [AuditRecord]) {
        if records.count < kept { records.append(record) }
    }

    private static func blockers(of record: AuditRecord) -> Int {
        record.findings.count { $0.severity == .error }
    }

    private mutating func insert(_ record: AuditRecord) {
        if let last = eligible.last, eligible.count == Self.kept, !Self.precedes(record, last) { return }
        let place = eligible.firstIndex { Self.precedes(record, $0) } ?? eligible.count
        eligible.insert(record, at: place)
        if eligible.count > Self.kept { eligible.removeLast() }
    }

    private static func precedes(_ one: AuditRecord, _ other: AuditRecord) -> Bool {
        let scores = (one.score?.value ?? 0, other.score?.value ?? 0)
        if scores.0 != scores.1 { return scores.0 > scores.1 }
        let ends = (one.certificate.notAfter.instant, other.certificate.notAfter.instant)
        if let first = ends.0, let second = ends.1, first != second { return first > second }
        return one.certificate.thumbprint < other.certificate.thumbprint
    }
}

extension AuditRecord {
    /// Whether no path leads to an anchor that is trusted or that Microsoft's list names, and nothing else says that a
    /// public CA issued it.
    ///
    /// Whoever brings such a certificate in order gets `UntrustedRoot` all the same (KB 2888788), so that it is never
    /// shown as nearly usable. A certificate whose issuer is missing counts as public only where a log of RFC 6962
    /// vouches for it: logs take what chains to public roots.
    fileprivate var mayBePrivate: Bool {
        let isKnownRoot = search.attempts.contains { attempt in
            guard let anchor = attempt.path.anchor else { return false }
            return attempt.defects.allSatisfy { defect in
                switch (defect.kind, anchor.terms) {
                // A wrong signature says that the root has nothing to do with the certificate.
                case (.signatureInvalid, _), (.anchorRefused, .unrestricted): false
                default: true
                }
            }
        }
        guard !isKnownRoot else { return false }
        let isIncomplete = search.best?.defects.contains { $0.kind == .issuerMissing } ?? true
        return !(isIncomplete && certificate.hasSignedCertificateTimestamps)
    }
}

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

/// What became of a file in one word.
package enum FileOutcome: String, Sendable, Hashable, CaseIterable {
    /// It gave certificates, or objects or revocation lists that were used, and nothing was wrong.
    case ok
    /// There was nothing to read in it: empty, a text, a request, a key alone.
    case skipped
    /// Something could not be read that should have been, whatever else it gave.
    case error

    /// Sums up what became of a file.
    package init(_ record: FileRecord) {
        self =
            switch record {
            case _ where record.hasErrors: .error
            case _ where record.isOfUse: .ok
            default: .skipped
            }
    }
}
