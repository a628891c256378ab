/// An audit's findings kept in memory, for audits small enough to be looked at as a whole.
public struct AuditCollection: AuditObserver, Sendable {
    /// What holds for the whole audit, nil before it began.
    public private(set) var header: AuditHeader?
    /// Every file, in order.
    public private(set) var files: [FileRecord] = []
    /// Every different certificate, in the order of its first place.
    public private(set) var certificates: [AuditRecord] = []
    /// What it amounts to, nil before it ended.
    public private(set) var summary: AuditSummary?

    /// Nothing found yet.
    public init() {}

    /// Keeps the header.
    public mutating func begin(_ header: AuditHeader) { self.header = header }

    /// Keeps a file.
    public mutating func file(_ record: FileRecord) { files.append(record) }

    /// Keeps a certificate.
    public mutating func certificate(_ record: AuditRecord) { certificates.append(record) }

    /// Keeps the summary.
    public mutating func end(_ summary: AuditSummary) { self.summary = summary }
}

extension Audit {
    /// Audits files and folders and keeps everything found.
    public func collect(_ paths: [String]) -> AuditCollection {
        let listings = FolderWalk(roots: paths).listings()
        let inputs = listings.flatMap { listing in
            listing.files.map { AuditInput.file($0) } + listing.records.map { .record($0) }
        }
        var collection = AuditCollection()
        let hidden = listings.reduce(0) { $0 + $1.hiddenLeftOut }
        // The collection throws nothing, and nothing else can.
        _ = try? run(inputs, names: paths, hiddenLeftOut: hidden, observer: &collection)
        return collection
    }
}
