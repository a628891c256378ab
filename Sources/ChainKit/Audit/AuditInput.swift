/// One thing to be audited, before it is read.
///
/// There may be millions, nearly all of them files: what the others hold stands elsewhere (`indirect`), so that each
/// takes no more than a path.
public enum AuditInput: Sendable {
    /// A file on disk.
    case file(String)
    /// A link to a file, and where it ends.
    indirect case link(String, target: String)
    /// Octets that came another way, as from standard input, and what the report calls them.
    indirect case octets([UInt8], name: String)
    /// What was read before the audit, as the files of an inventory are.
    indirect case content(FileContent)
    /// Something that was found and cannot be read as a file; already a record.
    indirect case record(FileRecord)
}

extension AuditInput {
    /// The path to read from, nil for what is no file on disk.
    public var filePath: String? {
        switch self {
        case .file(let path), .link(let path, _): path
        case .octets, .content, .record: nil
        }
    }

    /// Where a link ends.
    var linkTarget: String? {
        if case .link(_, let target) = self { target } else { nil }
    }

    /// The folder that a file lies in, nil for what is none.
    var folder: String? {
        guard let path = filePath, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        return String(path[..<slash])
    }

    /// Whether it can be read twice.
    var isRereadable: Bool {
        if case .octets = self { false } else { true }
    }

    /// What the report calls it.
    var path: String {
        switch self {
        case .file(let path), .link(let path, _): path
        case .octets(_, let name): name
        case .content(let content): content.record.path
        case .record(let record): record.path
        }
    }

    /// What stands in it, read once more where it is a file.
    func content(_ reader: InputReader, with files: SmallFileReader) -> FileContent {
        switch self {
        case .record(let record): FileContent(record: record)
        case .content(let content): content
        case .file(let path), .link(let path, _): reader.read(path: path, with: files)
        case .octets(let octets, let name): reader.read(octets, path: name)
        }
    }
}
