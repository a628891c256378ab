/// Audits everything that lies in some files: reads it into a log, judges each certificate of that once,
/// tells an observer.
///
/// What is read first holds the authorities, so that an intermediate in the last file helps a certificate in
/// the first. Then the log is gone through: its certificates are fetched from where there was room for them,
/// judged, and forgotten.
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

    /// How an audit goes about it; each has a value that fits most.
    public struct Options: Sendable {
        /// Issuers that may complete a path without lying among what is audited.
        public var outside: [OutsideIssuer]
        /// Lists and responses that certificates are held against beside those found.
        public var outsideRevocation: OutsideRevocation
        /// How files are read.
        public var reader: InputReader
        /// How much one path search may cost.
        public var budget: PathBudget
        /// Whether signatures are checked.
        ///
        /// Without, nothing is called eligible and revocation is left out, as lists and responses count only by their
        /// signatures.
        public var signatureChecking: SignatureChecking
        /// What servers say of the certificates that they have, nil where nothing was exported; the files of such
        /// exports are inputs like others.
        public var installed: [InstalledCertificate]?
        /// Adds to the summary what else is known of these servers, nil to leave that out.
        public var conclude: Conclusion?
        /// How many threads work.
        public var width: Int
        /// Where a temporary file is made for what a first reading has no room for, nil to read it again.
        public var spoolFolder: String?

        /// Puts options together.
        public init(
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
    }

    /// Who adds to the summary of an inventory what only its reader knows, before the observer is told.
    public typealias Conclusion =
        @Sendable (_ summary: inout InventorySummary, _ found: AuditedCertificates) -> Void

    let trust: Trust
    let time: Instant
    let references: [ReferenceIdentifier]
    let options: Options

    /// Sets an audit up.
    ///
    /// - Parameters:
    ///   - trust: what trust rests on.
    ///   - time: the instant for which everything is judged.
    ///   - references: the names that the certificate must cover; empty to judge without names.
    ///   - options: how it is gone about.
    public init(
        trust: Trust,
        time: Instant,
        references: [ReferenceIdentifier] = [],
        options: Options = Options()
    ) {
        self.trust = trust
        self.time = time.wholeSecond
        self.references = references
        self.options = options
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
        var state = Progress(done: 0, total: inputs.count * 2, certificates: 0, folder: nil)
        func tell(_ event: CourseEvent) throws {
            switch event {
            case .moreReadings(let count): state.total += count
            case .judged(let count): state.certificates += count
            case .done(let readings, let lastInput):
                state.done += readings
                state.folder = inputs[lastInput].folder
                progress(state)
                if isInterrupted() { throw Interrupted() }
            }
        }
        let chunks = OrderedChunks(width: options.width)
        let index = Indexer(self, on: chunks).index(inputs, tell)
        // Only now is it known what revocation can be checked against.
        try observer.begin(header(names: names, revocation: revocationStore(Array(index.revocation.values))))
        let judge = LogJudge(index, of: self)
        let judged = try judge.judgeAll(on: chunks, telling: &observer, tell)
        var summary = judged.tally.summary(
            duplicates: judge.index.log.duplicates,
            hiddenLeftOut: hiddenLeftOut,
            excludedLeftOut: excludedLeftOut,
            judge: judge,
            installed: options.installed
        )
        if let conclude = options.conclude, var inventory = summary.inventory {
            let issuers = judge.index.authorities + judge.index.namedIssuers
            conclude(&inventory, AuditedCertificates(installed: judged.tally.supplied, issuers: issuers))
            summary.inventory = inventory
        }
        summary.isInterrupted = judge.index.isCutShort || judged.isCutShort && state.done < state.total
        try observer.end(summary)
        return summary
    }

    /// What happens on the way, for progress; `done` is where an audit may be interrupted.
    enum CourseEvent {
        case moreReadings(Int)
        case judged(Int)
        case done(readings: Int, lastInput: Int)
    }

    /// Somebody wants the audit to end.
    struct Interrupted: Error {}

    /// Nothing counted yet.
    var emptyTally: Tally { Tally(at: time, isAskedAboutNames: !references.isEmpty) }

    var outsidePaths: [SHA256Digest: String] {
        Dictionary(options.outside.map { ($0.certificate.sha256, $0.path) }) { first, _ in first }
    }
}
