/// What an audit amounts to, known at its end.
public struct AuditSummary: Sendable, Hashable {
    /// Files found, and so files reported.
    public var files = 0
    /// Files that gave at least one certificate.
    public var filesWithCertificates = 0
    /// Files in which something could not be read.
    public var filesWithErrors = 0
    /// Files and folders that were not opened because the system had no file descriptor left.
    public var filesNotOpened = 0
    /// Different certificates.
    public var certificates = 0
    /// How many of them are authorities, which are not judged.
    public var authorities = 0
    /// How many serve other purposes of Windows or Exchange and are not judged.
    public var otherPurposes = 0
    /// Places where a certificate stands again that was seen before.
    public var duplicates = 0
    /// How many certificates got each verdict.
    public var verdicts: [Verdict: Int] = [:]
    /// Hidden files and folders that were left out.
    public var hiddenLeftOut = 0
    /// Files and folders that the include and exclude patterns left out.
    public var excludedLeftOut = 0
    /// Whether the audit was ended before everything was audited.
    public var isInterrupted = false
    /// What the inventory amounts to, nil without one.
    public var inventory: InventorySummary?
    /// The certificate to bind, nil where none may be, and where no name was asked about.
    public var recommendation: Recommendation?
    /// What lies in the folder; nil where names were asked about.
    public var overview: AuditOverview?

    /// An empty summary.
    public init() {}

    /// Says how much was not opened for want of descriptors, and what to do; nil where everything was.
    public var notOpenedWarning: String? {
        guard filesNotOpened > 0 else { return nil }
        let files = Count.text(filesNotOpened, "file")
        return
            "\(files) could not be opened: too many files are open. Raise the limit (ulimit -n) and run it again"
    }

    /// How many certificates got a verdict.
    public func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }

    /// How many certificates were judged.
    public var judged: Int { verdicts.values.reduce(0, +) }
}
