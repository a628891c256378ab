public import Octets

/// Who is told what an audit finds, in this order: the header, then each file followed by the certificates that were
/// first seen in it, then the summary.
public protocol AuditObserver {
    /// Called once, before any file.
    mutating func begin(_ header: AuditHeader) throws
    /// Called for every file found, in the order of the walk.
    mutating func file(_ record: FileRecord) throws
    /// Called for every different certificate, after the first file that holds it.
    mutating func certificate(_ record: AuditRecord) throws
    /// What renders files and certificates where they were found, nil for an observer that is told of each.
    ///
    /// Asked after the header. Where there is one, ``rendered(_:)`` is called in the place of ``file(_:)`` and
    /// ``certificate(_:)``.
    var renderer: (any AuditRenderer)? { get }
    /// Called with what the renderer made of some files, in their order.
    mutating func rendered(_ octets: [UInt8]) throws
    /// Called once, after everything.
    mutating func end(_ summary: AuditSummary) throws
}

extension AuditObserver {
    /// Nothing renders: the observer is told of each file and certificate.
    public var renderer: (any AuditRenderer)? { nil }
    /// Does nothing, as there is no renderer.
    public mutating func rendered(_ octets: [UInt8]) throws {}
}

/// The text that a renderer appends to, named here so that a renderer need not import where it is from.
public typealias RenderedText = OctetText

/// Turns what is found into a report's octets, on any thread.
///
/// For reports in which what is written of one file does not depend on what was written of another: rendering is a
/// tenth of an audit, and on the calling thread alone it would hold all the others up.
public protocol AuditRenderer: Sendable {
    /// Appends the octets of a file.
    func append(_ file: FileRecord, to text: inout OctetText)

    /// Appends the octets of a certificate, one of those that were first seen in the last file.
    func append(_ certificate: AuditRecord, to text: inout OctetText)
}

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
        var collection = AuditCollection()
        // The collection throws nothing, and nothing else can.
        _ = try? run(on: paths, observer: &collection)
        return collection
    }

    /// Audits files and folders, hidden ones left out, and tells an observer.
    ///
    /// - Parameters:
    ///   - paths: what to audit.
    ///   - observer: who is told.
    /// - Returns: the summary that the observer was given last.
    /// - Throws: what the observer throws.
    @discardableResult
    public func run(on paths: [String], observer: inout some AuditObserver) throws -> AuditSummary {
        let listings = FolderWalk(roots: paths).listings()
        let inputs = listings.flatMap { listing in
            listing.files.map { AuditInput.file($0) } + listing.records.map { .record($0) }
        }
        let hidden = listings.reduce(0) { $0 + $1.hiddenLeftOut }
        return try run(inputs, names: paths, hiddenLeftOut: hidden, observer: &observer)
    }
}
