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

    let trust: Trust
    let time: Instant
    let references: [ReferenceIdentifier]
    let outside: [OutsideIssuer]
    let outsideRevocation: OutsideRevocation
    let reader: InputReader
    let budget: PathBudget
    let signatureChecking: SignatureChecking
    let installed: [InstalledCertificate]?
    private let conclude: Conclusion?
    private let width: Int
    private let spoolFolder: String?

    /// Who adds to the summary of an inventory what only its reader knows, before the observer is told.
    public typealias Conclusion =
        @Sendable (_ summary: inout InventorySummary, _ found: AuditedCertificates) -> Void

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
    ///   - installed: what servers say of the certificates that they have, nil where nothing was exported; the files
    ///     of such exports are inputs like others.
    ///   - conclude: adds to the summary what else is known of these servers, nil to leave that out.
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
        installed: [InstalledCertificate]? = nil,
        conclude: Conclusion? = nil,
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
        self.installed = installed
        self.conclude = conclude
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
        var state = Progress(done: 0, total: inputs.count * 2, certificates: 0, folder: nil)
        func tell(_ event: CourseEvent) throws {
            switch event {
            case .moreReadings(let count): state.total += count
            case .judged(let count): state.certificates += count
            case .done(let step):
                state.done += step.readings
                state.folder = inputs[step.lastInput].folder
                progress(state)
                if isInterrupted() { throw Interrupted() }
            }
        }
        let chunks = OrderedChunks(width: width)
        let index = try index(inputs, chunks, tell)
        // Only now is it known what revocation can be checked against.
        try observer.begin(header(names: names, revocation: revocationStore(index.survey)))
        let second = SecondPass(audit: self, survey: index.survey, plan: index.plan)
        let judged = try judge(index, chunks, by: second, &observer, tell)
        var summary = judged.tally.summary(
            duplicates: index.survey.duplicates,
            hiddenLeftOut: hiddenLeftOut,
            excludedLeftOut: excludedLeftOut,
            second: second,
            worker: Worker(),
            installed: installed
        )
        if let conclude, var inventory = summary.inventory {
            let issuers = index.survey.authorities + index.survey.namedIssuers
            conclude(&inventory, AuditedCertificates(installed: judged.tally.supplied, issuers: issuers))
            summary.inventory = inventory
        }
        summary.isInterrupted = index.isCutShort || judged.isCutShort && state.done < state.total
        if let keepingJudge {
            keepingJudge(LaterJudge(audit: self, survey: index.survey, second: second))
        }
        try observer.end(summary)
        return summary
    }

    /// What happens on the way, for progress; `done` is where an audit may be interrupted.
    private enum CourseEvent {
        case moreReadings(Int)
        case judged(Int)
        case done(ReadingPlan.Step)
    }

    /// Somebody wants the audit to end.
    private struct Interrupted: Error {}

    /// What the first pass found, and how the second goes through it.
    private struct Index {
        var plan: ReadingPlan
        var survey: Survey
        var isCutShort = false
    }

    /// First pass: finds the authorities, and where every certificate stands.
    private func index(
        _ inputs: [AuditInput],
        _ chunks: OrderedChunks,
        _ tell: (CourseEvent) throws -> Void
    ) throws -> Index {
        let first = FirstPass(audit: self, chunks: chunks)
        var index = Index(
            plan: ReadingPlan(inputs),
            survey: Survey(limits: reader.limits, spoolFolder: spoolFolder)
        )
        do {
            try chunks.mapRanges(of: inputs.count, size: ReadingPlan.inputsPerStep) { worker, range in
                (range, first.find(inputs[range], by: worker))
            } each: { range, findings in
                for (number, finding) in zip(range, findings) {
                    switch finding {
                    case .lone(let certificate): index.survey.add(certificate, at: Int32(number))
                    case .whole(let input):
                        index.plan.judgeInParts(number, certificates: input.content.certificates.count)
                        let isRereadable = inputs[number].isRereadable
                        index.survey.add(input, isRereadable: isRereadable, at: Int32(number))
                    case .inSegments(let segments):
                        index.plan.read(number, in: segments)
                        // Each is a reading in both passes, in the place of the file in the second.
                        try tell(.moreReadings(2 * segments.count - 1))
                        try first.survey(segments, at: number, into: &index.survey) {
                            try tell(.done($0))
                        }
                    }
                }
                index.survey.endStep()
                try tell(.done(.inputs(range)))
            }
        } catch is Interrupted { index.isCutShort = true }
        return index
    }

    /// Second pass: judges each certificate where it first stands, and tells the observer in the order of the inputs.
    private func judge(
        _ index: Index,
        _ chunks: OrderedChunks,
        by second: SecondPass,
        _ observer: inout some AuditObserver,
        _ tell: (CourseEvent) throws -> Void
    ) throws -> (tally: Tally, isCutShort: Bool) {
        let renderer = observer.renderer
        var tally = emptyTally
        var late = LateProblems(reader: reader)
        do {
            try chunks.map(index.isCutShort ? [] : index.plan.steps) { worker, step in
                (step, second.piece(step, renderer: renderer, by: worker))
            } each: { step, piece in
                tally.add(piece.tally)
                if renderer != nil { try observer.rendered(piece.octets) }
                for outcome in piece.outcomes {
                    if let file = outcome.file { try observer.file(file) }
                    for certificate in outcome.certificates { try observer.certificate(certificate) }
                }
                if let record = late.add(piece.lateProblem, of: step, in: index.plan) {
                    if !second.hasErrors(step) { tally.addLateError() }
                    try observer.tell(record)
                }
                try tell(.judged(piece.tally.certificates))
                try tell(.done(step))
            }
        } catch is Interrupted { return (tally, true) }
        return (tally, false)
    }

    /// Nothing counted yet.
    var emptyTally: Tally { Tally(at: time, isAskedAboutNames: !references.isEmpty) }

    func content(of input: AuditInput) -> FileContent {
        switch input {
        case .record(let record): FileContent(record: record)
        case .content(let content): content
        case .file(let path), .link(let path, _): reader.read(path: path)
        case .octets(let octets, let name): reader.read(octets, path: name)
        }
    }

    var installations: InstallationIndex? { installed.map { InstallationIndex($0) } }

    var outsidePaths: [SHA256Digest: String] {
        Dictionary(outside.map { ($0.certificate.sha256, $0.path) }) { first, _ in first }
    }
}
