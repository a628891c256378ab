/// Writes an audit as text for people: the answer first, then a line a certificate, the causes, the files.
///
/// The answer is known only at the end, so everything is kept until then, and no more of it than is printed.
public struct TextReport: AuditObserver {
    /// What to print.
    public struct Options: Sendable {
        /// Whether every way that was tried is shown with what is wrong with it.
        public var explains = false
        /// Whether only the answer is printed.
        public var isQuiet = false
        /// The exit code that goes with a summary, nil to leave it out.
        public var exitCode: (@Sendable (AuditSummary) -> Int)?

        /// Everything but the explanations.
        public init() {}
    }

    let options: Options
    let toolVersion: String
    private var output: ReportBuffer
    private(set) var header: AuditHeader?
    private(set) var records = RankedRecords()
    private(set) var files = FileTally()
    /// The first file of each public key whose private key may lie open, so that the two can be matched.
    private(set) var keyHolders: [SHA256Digest: SourceLocation] = [:]
    /// Which certificates cover each name asked about.
    private(set) var coverage = CoverageTally()
    private var page: TextPage

    /// Makes a writer.
    public init(
        toolVersion: String,
        style: TextStyle,
        options: Options = Options(),
        sink: @escaping ReportSink
    ) {
        self.toolVersion = toolVersion
        self.options = options
        page = TextPage(style: style)
        output = ReportBuffer(sink)
    }

    /// Keeps the header.
    public mutating func begin(_ header: AuditHeader) throws { self.header = header }

    /// Keeps what is told of the file.
    public mutating func file(_ record: FileRecord) throws { files.add(record) }

    /// Keeps what is told of the certificate.
    public mutating func certificate(_ record: AuditRecord) throws {
        records.add(record)
        coverage.add(record)
        // What is judged has a finding where its key lies open; of a million others nothing need be kept.
        let mayBeExposed =
            record.verdict == nil || record.findings.contains { $0.rule == PrivateKeyExposed.metadata.id }
        if mayBeExposed, let source = record.sources.first,
            keyHolders[record.certificate.publicKey.sha256] == nil
        {
            keyHolders[record.certificate.publicKey.sha256] = source
        }
    }

    /// Prints everything.
    public mutating func end(_ summary: AuditSummary) throws {
        writeNotOpened(summary, to: &page)
        writeSignatureWarning(to: &page)
        if options.isQuiet {
            writeShortAnswer(summary, to: &page)
        } else {
            writeHeader(summary, to: &page)
            writeAnswer(summary, to: &page)
            try pass()
            writeRows(summary, to: &page)
            writeCoverage(to: &page)
            try pass()
            writeCauses(summary, to: &page)
            try pass()
            writeFiles(to: &page)
            writeInventory(summary, to: &page)
            writeClosing(summary, to: &page)
        }
        try pass()
        try output.flush()
    }

    private mutating func pass() throws {
        try output.append(page.text)
        page.removeAll()
    }
}
