/// Who is told what an audit finds, in this order: the header, then each file followed by the certificates that were
/// first seen in it, then the summary.
public protocol AuditObserver {
    /// Called once, before any file.
    mutating func begin(_ header: AuditHeader) throws
    /// Called for every file found, in the order of the walk.
    mutating func file(_ record: FileRecord) throws
    /// Called for every different certificate, after the first file that holds it.
    mutating func certificate(_ record: AuditRecord) throws
    /// Called once, after everything.
    mutating func end(_ summary: AuditSummary) throws
}
