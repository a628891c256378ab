/// What lies in the folder, for an audit that was asked about no name: without a name there is nothing to recommend.
package struct AuditOverview: Sendable, Hashable {
    /// Certificates that end in one month.
    package struct Month: Sendable, Hashable {
        /// The month in UTC, `2026-12`.
        package let month: String
        /// How many certificates end in it.
        package var certificates = 0
        /// How many of them are fit for SMTP today.
        package var fit = 0
    }

    /// Certificates of one issuer.
    package struct Issuer: Sendable, Hashable {
        /// The issuer's name.
        package let name: DistinguishedName
        /// How many certificates name it as their issuer.
        package var certificates = 0
        /// How many of them are fit for SMTP today.
        package var fit = 0
    }

    /// Certificates in which one rule found something.
    package struct Cause: Sendable, Hashable {
        /// The rule's id.
        package let rule: String
        /// The severity of what it found: error or warning.
        package let severity: Severity
        /// In how many certificates.
        package let certificates: Int
    }

    /// Certificates fit for SMTP, whatever the name: eligible, with warnings or without.
    package let fit: Int
    /// Certificates that have expired.
    package let expired: Int
    /// Certificates that have not expired, by the month of their end, the earliest first.
    package let months: [Month]
    /// Issuers, the most frequent first.
    package let issuers: [Issuer]
    /// Certificates of issuers that are not in ``issuers``, because there were too many different ones.
    package let otherIssuers: Int
    /// Errors, then warnings, the most frequent first.
    package let causes: [Cause]
}

/// Counts for an ``AuditOverview``.
struct OverviewTally: Sendable {
    /// Different issuers that are counted one by one: a hostile folder has one for each certificate.
    private static let mostIssuers = 10_000

    private struct Kind: Hashable {
        let rule: String
        let severity: Severity
    }

    private var fit = 0
    private var expired = 0
    private var months: [String: AuditOverview.Month] = [:]
    private var issuers: [DistinguishedName: AuditOverview.Issuer] = [:]
    private var otherIssuers = 0
    private var causes: [Kind: Int] = [:]

    /// Counts a certificate that has a verdict.
    mutating func add(_ record: AuditRecord, at time: Instant) {
        let isFit = record.verdict?.isEligible ?? false
        if isFit { fit += 1 }
        if let end = record.certificate.notAfter.instant {
            if end < time {
                expired += 1
            } else {
                // Short enough to be kept in place: nothing is allocated.
                let month = String(end.date.prefix(7))
                add(.init(month: month, certificates: 1, fit: isFit ? 1 : 0))
            }
        }
        add(.init(name: record.certificate.issuer, certificates: 1, fit: isFit ? 1 : 0))
        var met: Set<Kind> = []
        for finding in record.findings where finding.severity != .note {
            let kind = Kind(rule: finding.rule, severity: finding.severity)
            if met.insert(kind).inserted { causes[kind, default: 0] += 1 }
        }
    }

    /// Merges the counts of later inputs into these.
    mutating func add(_ later: OverviewTally) {
        fit += later.fit
        expired += later.expired
        for month in later.months.values { add(month) }
        // By name, so that which issuers find room does not depend on the order of a dictionary.
        for issuer in later.issuers.values.sorted(by: { $0.name.der.lexicographicallyPrecedes($1.name.der) })
        {
            add(issuer)
        }
        otherIssuers += later.otherIssuers
        for (kind, count) in later.causes { causes[kind, default: 0] += count }
    }

    private mutating func add(_ month: AuditOverview.Month) {
        months[month.month, default: .init(month: month.month)].certificates += month.certificates
        months[month.month]?.fit += month.fit
    }

    private mutating func add(_ issuer: AuditOverview.Issuer) {
        guard issuers[issuer.name] != nil || issuers.count < Self.mostIssuers else {
            otherIssuers += issuer.certificates
            return
        }
        issuers[issuer.name, default: .init(name: issuer.name)].certificates += issuer.certificates
        issuers[issuer.name]?.fit += issuer.fit
    }

    /// What was counted, in the order of a report.
    var overview: AuditOverview {
        AuditOverview(
            fit: fit,
            expired: expired,
            months: months.values.sorted { $0.month < $1.month },
            issuers: issuers.values.sorted { one, other in
                one.certificates == other.certificates
                    ? one.name.der.lexicographicallyPrecedes(other.name.der)
                    : one.certificates > other.certificates
            },
            otherIssuers: otherIssuers,
            causes: causes.map { .init(rule: $0.key.rule, severity: $0.key.severity, certificates: $0.value) }
                .sorted { one, other in
                    if one.severity != other.severity { return one.severity == .error }
                    return (other.certificates, one.rule) < (one.certificates, other.rule)
                }
        )
    }
}
