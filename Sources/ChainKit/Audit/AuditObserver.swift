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
