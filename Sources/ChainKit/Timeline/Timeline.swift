/// When certificates stop working, and because of what.
package struct Timeline: Sendable {
    /// The first instant looked at.
    package let start: Instant
    /// The names asked about.
    package let references: [ReferenceIdentifier]
    /// Every certificate that was judged: those that work by the day on which they stop, then the others.
    package let certificates: [CertificateTimeline]
    /// Days in the time shown from which a renewal may have a shorter life; empty where no public CA is concerned.
    package let lifetimeSteps: [LifetimeStep]
    /// The step in force at the start, nil where no public CA is concerned.
    package let lifetimeNow: LifetimeStep?
    /// Every file found.
    package let files: [FileRecord]
    /// Until when some certificate works, for each name: those asked about, else the DNS names of the certificates.
    package let names: [NameTimeline]
    /// Names of certificates that are not in ``names`` because there were too many.
    package let namesLeftOut: Int
    /// Changes of certificates' paths that were not looked at because there were too many, nil nearly always.
    package let leftOut: LeftOut?

    /// Changes of paths that were not looked at; the ends of the certificates themselves are never among them.
    package struct LeftOut: Sendable, Hashable {
        /// How many: one for each certificate and instant at which something above the certificate begins or ends.
        package let changes: Int
        /// The first of these instants.
        package let from: Instant
    }

    package init(
        start: Instant,
        references: [ReferenceIdentifier],
        certificates: [CertificateTimeline],
        files: [FileRecord],
        leftOut: LeftOut? = nil
    ) {
        self.start = start
        self.references = references
        var certificates = certificates.sorted { one, other in
            switch (one.stop?.time, other.stop?.time) {
            case (let first?, let second?): first < second
            case (_?, nil): true
            case (nil, _): false
            }
        }
        let successors = Successors(certificates)
        for place in certificates.indices {
            certificates[place].successor = successors.successor(at: place)
        }
        self.certificates = certificates
        if references.isEmpty {
            (names, namesLeftOut) = NameTimelines.all(certificates, from: start)
        } else {
            names = NameTimelines.of(references, certificates, from: start)
            namesLeftOut = 0
        }
        self.files = files
        self.leftOut = leftOut
        let isPublic = certificates.contains(where: \.isPublic)
        lifetimeNow = isPublic ? LifetimeStep.inForce(on: start) : nil
        let end = Self.end(from: start, certificates)
        self.end = end
        lifetimeSteps = isPublic ? LifetimeStep.between(start, end) : []
    }

    /// Where the time shown ends: some days behind the last certificate's end.
    package let end: Instant

    private static func end(from start: Instant, _ certificates: [CertificateTimeline]) -> Instant {
        let last = certificates.compactMap { $0.stop?.time }.max() ?? start
        return min(last.adding(days: max(leastMargin, start.days(until: last) / 10)), .noExpiration)
    }

    /// Days shown behind the last end, so that it can be seen.
    private static let leastMargin = 14
}
