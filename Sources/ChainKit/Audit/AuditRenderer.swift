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
