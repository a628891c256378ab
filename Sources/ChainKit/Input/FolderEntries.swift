#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The entries of one folder, read with readdir and sorted by the octets of their names.
struct FolderEntries {
    enum Kind {
        case file
        case folder
        case link
        case special
    }

    struct Entry {
        /// In the form of ``ReportedPath``.
        let name: String
        let kind: Kind
    }

    /// A folder's identity.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64

        init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// Where a name stands, however the folder was reached.
    struct Place: Hashable {
        let folder: Identity
        /// In the form of ``ReportedPath``.
        let name: String

        init(folder: Identity, name: String) {
            self.folder = folder
            self.name = name
        }

        /// The place that a path leads to, nil where it has no name or the folder is not there.
        init?(_ path: String) {
            let path = ReportedPath.text(typed: path)
            let slash = path.lastIndex(of: "/")
            let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
            let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
            guard !name.isEmpty, name != ".", name != "..",
                let found = try? FolderEntries.followed(parent)
            else { return nil }
            self.init(folder: found.identity, name: String(name))
        }
    }

    let identity: Identity
    let entries: [Entry]

    init(_ path: String) throws(FileOctets.Failure) {
        let opened = ReportedPath.withSystemPath(of: path) { opendir($0) }
        guard let folder = opened else { throw .system(errno) }
        defer { closedir(folder) }
        var status = stat()
        guard fstat(dirfd(folder), &status) == 0 else { throw .system(errno) }
        identity = Identity(status)
        var entries: [Entry] = []
        errno = 0
        while let entry = readdir(folder) {
            let type = entry.pointee.d_type
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { name -> String? in
                    if name[0] == 0x2e, name[1] == 0 || (name[1] == 0x2e && name[2] == 0) { return nil }
                    let octets = UnsafeBufferPointer(start: name, count: 256).prefix { $0 != 0 }
                    return ReportedPath.text(of: Array(octets))
                }
            }
            guard let name else { continue }
            let kind = Self.kind(Int32(type)) ?? Self.kind(of: path + "/" + name)
            entries.append(Entry(name: name, kind: kind))
            errno = 0
        }
        guard errno == 0 else { throw .system(errno) }
        self.entries = entries.sorted { Self.precedes($0.name, $1.name) }
    }

    /// Follows links; nil where the path leads nowhere.
    static func followed(_ path: String) throws(FileOctets.Failure) -> (kind: Kind, identity: Identity) {
        var status = stat()
        let result = ReportedPath.withSystemPath(of: path) { stat($0, &status) }
        guard result == 0 else { throw .system(errno) }
        return (kind(status), Identity(status))
    }

    /// The order of the octets, which `<` of String is not.
    static func precedes(_ one: String, _ other: String) -> Bool {
        let order = one.utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { other in
                guard let start = one.baseAddress, let otherStart = other.baseAddress else {
                    return one.count < other.count
                }
                let order = memcmp(start, otherStart, min(one.count, other.count))
                return order == 0 ? one.count < other.count : order < 0
            }
        }
        return order.flatMap(\.self) ?? one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// The kind that readdir told, nil where the file system does not tell.
    private static func kind(_ type: Int32) -> Kind? {
        switch type {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): nil
        default: .special
        }
    }

    private static func kind(of path: String) -> Kind {
        var status = stat()
        return ReportedPath.withSystemPath(of: path) { lstat($0, &status) } == 0 ? kind(status) : .file
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .special
        }
    }
}
