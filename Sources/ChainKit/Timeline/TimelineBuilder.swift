/// Audits the same files anew at each instant at which something changes by itself.
public struct TimelineBuilder: Sendable {
    private let trust: Audit.Trust
    private let time: Instant
    private let references: [ReferenceIdentifier]
    private let outside: [Audit.OutsideIssuer]
    private let revocation: Audit.OutsideRevocation
    private let reader: InputReader
    private let width: Int

    /// The most instants at which everything is audited anew: a few hundred certificates take some seconds.
    static let mostInstants = 1_000
    /// The most judgements, so that a folder of 10,000 certificates is audited 20 times and not 1,000.
    static let mostJudgements = 200_000

    /// Sets a timeline up.
    ///
    /// - Parameters:
    ///   - trust: what trust rests on.
    ///   - time: the first instant.
    ///   - references: the names that a certificate must cover; empty to judge without names.
    ///   - outside: issuers from outside what is read.
    ///   - revocation: lists and responses that certificates are held against.
    ///   - reader: how files are read.
    ///   - width: how many threads work.
    public init(
        trust: Audit.Trust,
        time: Instant,
        references: [ReferenceIdentifier] = [],
        outside: [Audit.OutsideIssuer] = [],
        revocation: Audit.OutsideRevocation = Audit.OutsideRevocation(),
        reader: InputReader = InputReader(),
        width: Int = 1
    ) {
        self.trust = trust
        self.time = time
        self.references = references
        self.outside = outside
        self.revocation = revocation
        self.reader = reader
        self.width = width
    }

    /// Tells what the days to come bring for every certificate that a server may present; each input is read once.
    public func timeline(of inputs: [AuditInput]) -> Timeline {
        let reading = Audit(trust: trust, time: time, reader: reader)
        let files = inputs.map { reading.content(of: $0) }
        let first = audit(files, at: time)
        let leaves = first.certificates.filter { $0.verdict != nil }
        var points = TurningPoints()
        for leaf in leaves {
            guard let end = leaf.certificate.notAfter.instant else { continue }
            var own = TurningPoints()
            own.insert(leaf.certificate, attempts: leaf.search.attempts)
            points.formUnion(own.within(time, end.nextSecond))
        }
        let most = Self.mostJudgements / max(1, first.certificates.count)
        let schedule = points.schedule(most: min(Self.mostInstants, max(1, most)))
        var states = Dictionary(
            leaves.map { ($0.certificate, [TimelineState($0, at: time)]) },
            uniquingKeysWith: { first, _ in first }
        )
        for instant in schedule.instants {
            for record in audit(files, at: instant).certificates {
                let state = TimelineState(record, at: instant)
                guard let last = states[record.certificate]?.last, !state.isLike(last) else { continue }
                states[record.certificate]?.append(state)
            }
        }
        return Timeline(
            start: time,
            references: references,
            certificates: leaves.map { CertificateTimeline($0, states: states[$0.certificate] ?? []) },
            files: first.files,
            leftOut: schedule.leftOut
        )
    }

    private func audit(_ files: [FileContent], at instant: Instant) -> AuditCollection {
        let audit = Audit(
            trust: trust,
            time: instant,
            references: references,
            outside: outside,
            outsideRevocation: revocation,
            width: width
        )
        var collection = AuditCollection()
        // The collection throws nothing, and nothing else can.
        _ = try? audit.run(files.map { .content($0) }, names: [], observer: &collection)
        return collection
    }
}
