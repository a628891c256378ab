import OpenSSLBridge

/// Audits everything that lies in some files: goes through it twice, judges each certificate once, tells an observer.
///
/// The first pass finds the authorities, so that an intermediate in the last file helps a certificate in the first. The
/// second pass takes up again what was read, or reads it again, judges, and forgets.
public struct Audit: Sendable {
    /// How far an audit has come.
    public struct Progress: Sendable, Hashable {
        /// Inputs read, counted over both passes.
        public var done: Int
        /// Inputs to read, counted over both passes.
        public var total: Int
        /// Certificates judged.
        public var certificates: Int
        /// The folder of what was read last, nil where that is no file.
        public var folder: String?
    }

    private let trust: Trust
    private let time: Instant
    private let references: [ReferenceIdentifier]
    private let outside: [OutsideIssuer]
    private let outsideRevocation: OutsideRevocation
    let reader: InputReader
    private let budget: PathBudget
    private let signatureChecking: SignatureChecking
    private let inventory: ExchangeInventory?
    private let predict: Prediction?
    private let width: Int
    private let spoolFolder: String?

    /// Who is asked at the end what an inventory's connectors present, with the issuers that were found.
    public typealias Prediction =
        @Sendable (_ inventory: ExchangeInventory, _ issuers: [Certificate]) -> [PredictedCertificate]

    /// Sets an audit up.
    ///
    /// - Parameters:
    ///   - trust: what trust rests on.
    ///   - time: the instant for which everything is judged.
    ///   - references: the names that the certificate must cover; empty to judge without names.
    ///   - outside: issuers that may complete a path without lying among what is audited.
    ///   - outsideRevocation: lists and responses that certificates are held against beside those found.
    ///   - reader: how files are read.
    ///   - budget: how much one path search may cost.
    ///   - signatureChecking: whether signatures are checked. Without, nothing is called eligible and revocation is left
    ///     out, as lists and responses count only by their signatures.
    ///   - inventory: what an Exchange organisation exported, nil without; its files are inputs like others.
    ///   - predict: says what its connectors present, nil to leave that out.
    ///   - width: how many threads work.
    ///   - spoolFolder: where a temporary file is made for what a first reading has no room for, nil to read it again.
    public init(
        trust: Trust,
        time: Instant,
        references: [ReferenceIdentifier] = [],
        outside: [OutsideIssuer] = [],
        outsideRevocation: OutsideRevocation = OutsideRevocation(),
        reader: InputReader = InputReader(),
        budget: PathBudget = PathBudget(),
        signatureChecking: SignatureChecking = .checked,
        inventory: ExchangeInventory? = nil,
        predict: Prediction? = nil,
        width: Int = 1,
        spoolFolder: String? = nil
    ) {
        self.trust = trust
        self.time = time.wholeSecond
        self.references = references
        self.outside = outside
        self.outsideRevocation = outsideRevocation
        self.reader = reader
        self.budget = budget
        self.signatureChecking = signatureChecking
        self.inventory = inventory
        self.predict = predict
        self.width = width
        self.spoolFolder = spoolFolder
    }

    /// Audits inputs in their order; every one of them gets to the observer as a file.
    ///
    /// - Parameters:
    ///   - inputs: what to audit.
    ///   - names: the inputs as a person typed them, for the report.
    ///   - hiddenLeftOut: hidden files and folders that are not among the inputs.
    ///   - excludedLeftOut: files and folders that patterns left out.
    ///   - observer: who is told.
    ///   - isInterrupted: asked now and then; once it says yes, what was done so far is summed up.
    ///   - progress: called now and then on the calling thread.
    /// - Returns: the summary that the observer was given last.
    /// - Throws: what the observer throws; nothing in a file makes an audit fail.
    @discardableResult
    public func run(
        _ inputs: [AuditInput],
        names: [String],
        hiddenLeftOut: Int = 0,
        excludedLeftOut: Int = 0,
        observer: inout some AuditObserver,
        isInterrupted: () -> Bool = { false },
        progress: (Progress) -> Void = { _ in }
    ) throws -> AuditSummary {
        try run(
            inputs,
            names: names,
            hiddenLeftOut: hiddenLeftOut,
            excludedLeftOut: excludedLeftOut,
            observer: &observer,
            isInterrupted: isInterrupted,
            progress: progress,
            keepingJudge: nil
        )
    }

    /// Audits, and hands over at the end what judges the same certificates for later instants.
    @discardableResult
    func run(
        _ inputs: [AuditInput],
        names: [String],
        hiddenLeftOut: Int = 0,
        excludedLeftOut: Int = 0,
        observer: inout some AuditObserver,
        isInterrupted: () -> Bool = { false },
        progress: (Progress) -> Void = { _ in },
        keepingJudge: ((LaterJudge) -> Void)?
    ) throws -> AuditSummary {
        var plan = ReadingPlan(inputs)
        var state = Progress(done: 0, total: inputs.count * 2, certificates: 0, folder: nil)
        func tell(_ step: ReadingPlan.Step) throws {
            state.done += step.readings
            state.folder = inputs[step.lastInput].folder
            progress(state)
            if isInterrupted() { throw Interrupted() }
        }
        let chunks = OrderedChunks(width: width, size: 1)
        let memories = Lending { CertificateMemory() }
        let first = FirstPass(audit: self, memories: memories)
        var found = Survey(limits: reader.limits, spoolFolder: spoolFolder)
        var wasInterrupted = false
        do {
            try OrderedChunks(width: width, size: ReadingPlan.inputsPerStep).mapRanges(of: inputs.count) {
                range in
                (range, first.find(inputs[range]))
            } each: { range, findings in
                for (number, finding) in zip(range, findings) {
                    switch finding {
                    case .lone(let certificate): found.add(certificate, at: Int32(number))
                    case .whole(let input):
                        plan.judgeInParts(number, certificates: input.content.certificates.count)
                        found.add(input, isRereadable: inputs[number].isRereadable, at: Int32(number))
                    case .inSegments(let segments):
                        plan.read(number, in: segments)
                        // Each is a reading in both passes, in the place of the file in the second.
                        state.total += 2 * segments.count - 1
                        try first.survey(segments, at: number, width: width, into: &found, tell: tell)
                    }
                }
                found.endStep()
                try tell(.inputs(range))
            }
        } catch is Interrupted { wasInterrupted = true }
        // Only now is it known what revocation can be checked against.
        let store = revocationStore(found)
        try observer.begin(header(names: names, revocation: store))
        let renderer = observer.renderer
        let second = SecondPass(audit: self, survey: found, plan: plan, memories: memories)
        let steps = plan.steps
        var tally = emptyTally
        var late = LateProblems(reader: reader)
        do {
            try chunks.map(wasInterrupted ? [] : steps) { _, step in
                (step, second.piece(step, renderer: renderer))
            } each: { step, piece in
                tally.add(piece.tally)
                if renderer != nil { try observer.rendered(piece.octets) }
                for outcome in piece.outcomes {
                    if let file = outcome.file { try observer.file(file) }
                    for certificate in outcome.certificates { try observer.certificate(certificate) }
                }
                if let record = late.add(piece.lateProblem, of: step, in: plan) {
                    if !second.hasErrors(step) { tally.addLateError() }
                    try observer.tell(record)
                }
                state.certificates += piece.tally.certificates
                try tell(step)
            }
        } catch is Interrupted { wasInterrupted = state.done < state.total }
        var summary = tally.summary(
            duplicates: found.duplicates,
            hiddenLeftOut: hiddenLeftOut,
            excludedLeftOut: excludedLeftOut,
            second: second,
            inventory: inventory
        )
        if let inventory, let predict {
            summary.inventory?.predictions = predict(
                tally.completed(inventory),
                found.authorities + found.namedIssuers
            )
        }
        summary.isInterrupted = wasInterrupted
        if let keepingJudge { keepingJudge(LaterJudge(audit: self, survey: found, second: second)) }
        try observer.end(summary)
        return summary
    }

    /// Nothing counted yet.
    var emptyTally: Tally { Tally(at: time, isAskedAboutNames: !references.isEmpty) }

    /// Somebody wants the audit to end.
    private struct Interrupted: Error {}

    func content(of input: AuditInput) -> FileContent {
        switch input {
        case .record(let record): FileContent(record: record)
        case .content(let content): content
        case .file(let path), .link(let path, _): reader.read(path: path)
        case .octets(let octets, let name): reader.read(octets, path: name)
        }
    }

    func auditor(for survey: Survey, origins: PathOrigins) -> Auditor {
        auditor(for: survey, pool: pool(of: survey), origins: origins, at: time)
    }

    /// An auditor for an instant, which need not be that of the audit.
    func auditor(for survey: Survey, pool: IssuerPool, origins: PathOrigins, at instant: Instant) -> Auditor {
        auditor(
            issuers: survey.authorities + survey.namedIssuers,
            pool: pool,
            issuerNames: survey.issuers,
            revocation: revocationStore(survey),
            origins: origins,
            at: instant
        )
    }

    /// The issuers found and those from outside.
    func pool(of survey: Survey) -> IssuerPool {
        IssuerPool(survey.authorities + survey.namedIssuers, outside: outside.map(\.certificate))
    }

    /// An auditor over issuers at hand, in a pool where there is one already; `issuerNames` are the names that issued something else than themselves.
    func auditor(
        issuers: [Certificate],
        pool: IssuerPool? = nil,
        issuerNames: Set<[UInt8]>,
        revocation: RevocationStore,
        origins: PathOrigins,
        at instant: Instant? = nil
    ) -> Auditor {
        let builder = PathBuilder(
            anchors: trust.source,
            pool: pool ?? IssuerPool(issuers, outside: outside.map(\.certificate)),
            party: RelyingParty(time: instant ?? time),
            budget: budget,
            signatureChecking: signatureChecking
        )
        return Auditor(
            builder: builder,
            revocation: revocation.isEmpty ? nil : RevocationChecker(store: revocation, builder: builder),
            references: references,
            roles: RoleClassifier(issuers: issuerNames, anchors: trust.source),
            origins: origins
        )
    }

    /// The lists and responses that were given beside what is audited.
    var outsideRevocationStore: RevocationStore { revocationStore(Survey(limits: reader.limits)) }

    /// Whether certificates are held against the lists and responses found.
    var usesRevocation: Bool { signatureChecking == .checked }

    private func revocationStore(_ survey: Survey) -> RevocationStore {
        guard usesRevocation else { return RevocationStore(lists: [], responses: []) }
        let found = survey.revocation.values
        return RevocationStore(
            lists: outsideRevocation.lists + found.flatMap(\.lists),
            responses: outsideRevocation.responses + found.flatMap(\.responses)
        )
    }

    var installations: InstallationIndex? { inventory.map { InstallationIndex($0) } }

    var outsidePaths: [SHA256Digest: String] {
        Dictionary(outside.map { ($0.certificate.sha256, $0.path) }) { first, _ in first }
    }

    private func header(names: [String], revocation: RevocationStore) -> AuditHeader {
        var header = header(names: names)
        header.signatureChecking = signatureChecking
        header.revocationLists = revocation.listCount
        header.ocspResponses = revocation.responseCount
        header.installedCertificates = inventory?.certificates.count
        return header
    }

    private func header(names: [String]) -> AuditHeader {
        switch trust {
        case .microsoft(let list):
            AuditHeader(
                time: time,
                list: AuditHeader.List(
                    thisUpdate: list.thisUpdate,
                    sequence: list.sequenceNumber,
                    ageDays: list.ageInDays(at: time),
                    entries: list.entries.count,
                    available: list.available
                ),
                privateAnchors: nil,
                references: references,
                inputs: names
            )
        case .anchors(let anchors):
            AuditHeader(
                time: time,
                list: nil,
                privateAnchors: anchors.all.count,
                references: references,
                inputs: names
            )
        }
    }
}
