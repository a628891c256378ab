/// One thing to be audited, before it is read.
///
/// There may be millions, nearly all of them files: what the others hold stands elsewhere (`indirect`), so that each
/// takes no more than a path.
public enum AuditInput: Sendable {
    /// A file on disk.
    case file(String)
    /// Octets that came another way, as from standard input, and what the report calls them.
    indirect case octets([UInt8], name: String)
    /// What was read before the audit, as the files of an inventory are.
    indirect case content(FileContent)
    /// Something that was found and cannot be read as a file; already a record.
    indirect case record(FileRecord)
}
