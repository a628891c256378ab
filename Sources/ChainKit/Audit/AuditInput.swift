/// One thing to be audited, before it is read.
public enum AuditInput: Sendable {
    /// A file on disk.
    case file(String)
    /// Octets that came another way, as from standard input, and what the report calls them.
    case octets([UInt8], name: String)
    /// What was read before the audit, as the files of an inventory are.
    case content(FileContent)
    /// Something that was found and cannot be read as a file; already a record.
    case record(FileRecord)
}
