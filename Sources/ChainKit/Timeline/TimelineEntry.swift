/// Something that happens to a certificate on a day to come, or that Microsoft's list has set already.
package struct TimelineEntry: Sendable, Hashable {
    /// What happens; the raw values are stable.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It begins to work.
        case works
        /// It stops working.
        case stops
        /// Its path ends, and another one takes over.
        case pathChanges = "path-changes"
        /// From then on the list's root is not trusted at all.
        case rootDisabled = "root-disabled"
        /// What the root issues from then on is not trusted.
        case renewalNotTrusted = "renewal-not-trusted"
    }

    /// The first instant at which it is so.
    package let time: Instant
    /// The day to show: where something expires, its last day.
    package let day: String
    /// What happens.
    package let kind: Kind
    /// The certificate that it lies in: the certificate itself, or one of its path.
    package let certificate: Certificate
    /// What happens in words, lower case, no full stop.
    package let message: String
    /// What must be installed for the path that takes over, empty for all else.
    package let intermediates: [Certificate]

    init(
        _ kind: Kind,
        at time: Instant,
        in certificate: Certificate,
        _ message: String,
        day: String? = nil,
        intermediates: [Certificate] = []
    ) {
        self.day = day ?? time.date
        self.kind = kind
        self.time = time
        self.certificate = certificate
        self.message = message
        self.intermediates = intermediates
    }
}

/// Why a path, or the whole certificate, ceases to serve.
package struct TimelineCause: Sendable, Hashable {
    /// The kind of cause; the raw values are stable.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case certificateExpires = "certificate-expires"
        case intermediateExpires = "intermediate-expires"
        case rootExpires = "root-expires"
        case rootDisabled = "root-disabled"
        case other
    }

    /// The kind.
    package let kind: Kind
    /// The certificate that it lies in.
    package let certificate: Certificate
    /// The cause in words, lower case, no full stop.
    package let message: String

    /// The day on which something ends that is no longer so at an instant: the last day of what expires, else the day of
    /// the instant.
    func day(of time: Instant) -> String {
        switch kind {
        case .certificateExpires, .intermediateExpires, .rootExpires:
            certificate.notAfter.instant?.date ?? time.date
        case .rootDisabled, .other: time.date
        }
    }

    /// Tells why a path that was trusted is no longer so at an instant.
    init(losing attempt: PathAttempt?, of leaf: Certificate, at time: Instant, failure: String?) {
        let path = attempt?.path.certificates ?? [leaf]
        // What is nearest to the certificate is told: it is the certificate's own end that counts first.
        if let position = path.firstIndex(where: { $0.notAfter.instant.map { $0 < time } ?? false }) {
            certificate = path[position]
            let isRoot = position > 0 && certificate.isSelfIssued && position == path.count - 1
            kind = position == 0 ? .certificateExpires : isRoot ? .rootExpires : .intermediateExpires
            let part = position == 0 ? "the certificate" : isRoot ? "the root" : "the intermediate"
            let name = position == 0 ? "" : " \"\(certificate.label)\""
            message = "\(part)\(name) expires on \(certificate.notAfter.instant?.date ?? "an unknown day")"
            return
        }
        if case .microsoft(let entry) = attempt?.path.anchor?.terms, let date = entry.disabled.instant,
            date <= time, let root = attempt?.path.anchor?.certificate
        {
            kind = .rootDisabled
            certificate = root
            message = "Microsoft disables the root \"\(root.label)\" on \(date.date)"
            return
        }
        kind = .other
        certificate = leaf
        message = failure ?? "the path is no longer trusted"
    }
}

/// How a certificate fares from one instant until the next.
package struct TimelineState: Sendable {
    /// The first instant.
    let time: Instant
    /// Whether it may be bound to SMTP.
    let works: Bool
    /// Every path that is trusted, the best first.
    let trusted: [PathAttempt]
    /// Why it does not work, nil where it does; lower case, no full stop.
    let failure: String?

    package init(_ record: AuditRecord, at time: Instant) {
        self.time = time
        works = record.verdict?.isEligible ?? false
        trusted = record.search.attempts.filter(\.isTrusted)
        let reason = record.findings.first { $0.severity == .error }?.message
        failure = works ? nil : reason ?? "the search for a path was cut short"
    }

    /// The state behind a certificate's own end, which needs no search: nothing that has expired works.
    init(after last: TimelineState, expiredAt time: Instant) {
        self.time = time
        works = false
        trusted = last.trusted
        failure = "the certificate has expired"
    }

    /// The paths of this state that a later one has not.
    func paths(lostIn later: TimelineState) -> [PathAttempt] {
        let kept = Set(later.trusted.map(\.path.certificates))
        return trusted.filter { !kept.contains($0.path.certificates) }
    }

    /// Whether nothing that is told differs from an earlier state.
    func isLike(_ earlier: TimelineState) -> Bool {
        works == earlier.works && trusted == earlier.trusted
    }
}
