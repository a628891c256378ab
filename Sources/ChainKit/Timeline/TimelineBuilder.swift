/// Audits files once, and judges a certificate anew at each instant at which something above it changes by itself.
///
/// A certificate's own end needs no search: what has expired does not work. So every certificate's end is known, however
/// many there are, and only what changes above it (an issuer that ends, a root that the list disables) has a budget.
package struct TimelineBuilder: Sendable {
    private let trust: Audit.Trust
    private let time: Instant
    private let references: [ReferenceIdentifier]
    private let outside: [Audit.OutsideIssuer]
    private let revocation: Audit.OutsideRevocation
    private let reader: InputReader
    private let width: Int
    private let spoolFolder: String?

    private let mostJudgements: Int

    /// The most judgements beside the first and those at a certificate's own start: some ten seconds of work.
    package static let mostJudgements = 100_000

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
    ///   - spoolFolder: where a temporary file is made for what a first reading has no room for, nil to read it again.
    ///   - mostJudgements: how many changes above certificates are looked at.
    package init(
        trust: Audit.Trust,
        time: Instant,
        references: [ReferenceIdentifier] = [],
        outside: [Audit.OutsideIssuer] = [],
        revocation: Audit.OutsideRevocation = Audit.OutsideRevocation(),
        reader: InputReader = InputReader(),
        width: Int = 1,
        spoolFolder: String? = nil,
        mostJudgements: Int = TimelineBuilder.mostJudgements
    ) {
        self.trust = trust
        self.time = time
        self.references = references
        self.outside = outside
        self.revocation = revocation
        self.reader = reader
        self.width = width
        self.spoolFolder = spoolFolder
        self.mostJudgements = mostJudgements
    }

    /// Tells what the days to come bring for every certificate that a server may present; each input is read once.
    package func timeline(of inputs: [AuditInput]) -> Timeline {
        let audit = Audit(
            trust: trust,
            time: time,
            references: references,
            options: Audit.Options(
                outside: outside,
                outsideRevocation: revocation,
                reader: reader,
                width: width,
                spoolFolder: spoolFolder
            )
        )
        let chunks = OrderedChunks(width: width)
        var collection = AuditCollection()
        let judge = LogJudge(Indexer(audit, on: chunks).index(inputs) { _ in }, of: audit)
        // The collection throws nothing, and nothing else can.
        _ = try? judge.judgeAll(on: chunks, telling: &collection) { _ in }
        let leaves = collection.certificates.filter { $0.verdict != nil }
        var states = leaves.map { [TimelineState($0, at: time)] }
        let schedule = ChangeSchedule(leaves, from: time, most: mostJudgements)
        // The collection of states throws nothing, either.
        try? chunks.map(schedule.steps) { worker, step in
            let certificateJudge = judge.certificateJudge(at: step.time)
            return step.places.map { place in
                let record = judge.record(anew: leaves[place], with: certificateJudge, by: worker)
                return (place: place, state: TimelineState(record, at: step.time))
            }
        } each: { later in
            for (place, state) in later {
                guard let last = states[place].last, !state.isLike(last) else { continue }
                states[place].append(state)
            }
        }
        for place in leaves.indices {
            guard let end = leaves[place].certificate.notAfter.instant, end < .noExpiration,
                let last = states[place].last, last.works
            else { continue }
            states[place].append(TimelineState(after: last, expiredAt: end.nextSecond))
        }
        return Timeline(
            start: time,
            references: references,
            certificates: zip(leaves, states).map { CertificateTimeline($0, states: $1) },
            files: collection.files,
            leftOut: schedule.leftOut
        )
    }
}
