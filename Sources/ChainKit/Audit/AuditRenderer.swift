/// Turns what is found into a report's octets, on any thread.
///
/// For reports in which what is written of one file does not depend on what was written of another: rendering is a
/// fifth of an audit, and on the calling thread alone it would hold all the others up.
public protocol AuditRenderer: Sendable {
    /// The octets of a file, nil where it was told of before, and of certificates that were first seen in it.
    func append(_ file: FileRecord?, _ certificates: [AuditRecord], to text: inout OctetText)
}
