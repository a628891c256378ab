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
        var names = Names()
        errno = 0
        while let entry = readdir(folder) {
            names.append(entry)
            errno = 0
        }
        guard errno == 0 else { throw .system(errno) }
        entries = names.sorted().map { name, type in
            Entry(name: name, kind: Self.kind(type) ?? Self.kind(of: path + "/" + name))
        }
    }

    /// The names in a folder one behind the other, as they are reported: to sort them moves no string about.
    private struct Names {
        private var octets: [UInt8] = []
        private var places: [(range: Range<Int>, type: Int32)] = []

        /// Adds a name; an entry of readdir is as long as its name, and often shorter than its type.
        mutating func append(_ entry: UnsafePointer<dirent>) {
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
            let start = UnsafeRawPointer(entry) + offset
            let length = strlen(start.assumingMemoryBound(to: CChar.self))
            let name = UnsafeRawBufferPointer(start: start, count: length)
            guard !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) else { return }
            let place = octets.count
            if ReportedPath.isWrittenAsItIs(name) {
                octets += name
            } else {
                octets += ReportedPath.text(of: Array(name)).utf8
            }
            places.append((place..<octets.count, Int32(entry.pointee.d_type)))
        }

        /// The names with their types, in the order of their octets, which `<` of String is not.
        func sorted() -> [(name: String, type: Int32)] {
            let sorted = octets.withUnsafeBytes { all in
                places.sorted { one, other in
                    let (one, other) = (one.range, other.range)
                    guard let start = all.baseAddress else { return false }
                    let common = min(one.count, other.count)
                    let order = memcmp(start + one.lowerBound, start + other.lowerBound, common)
                    return order == 0 ? one.count < other.count : order < 0
                }
            }
            return sorted.map { (String(decoding: octets[$0.range], as: UTF8.self), $0.type) }
        }
    }

    /// Follows links; nil where the path leads nowhere.
    static func followed(_ path: String) throws(FileOctets.Failure) -> (kind: Kind, identity: Identity) {
        var status = stat()
        let result = ReportedPath.withSystemPath(of: path) { stat($0, &status) }
        guard result == 0 else { throw .system(errno) }
        return (kind(status), Identity(status))
    }

    /// Where a link ends, all links on the way followed; nil for what is no link or leads nowhere.
    static func target(ofLink path: String) -> String? {
        var status = stat()
        guard ReportedPath.withSystemPath(of: path, { lstat($0, &status) }) == 0, kind(status) == .link,
            let target = ReportedPath.withSystemPath(of: path, { realpath($0, nil) })
        else { return nil }
        defer { free(target) }
        return ReportedPath.text(of: Array(UnsafeRawBufferPointer(start: target, count: strlen(target))))
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

/// What a walk over folders found.
package struct FolderListing: Sendable, Hashable {
    /// The files to read: roots in the order given, below each the byte order of path components.
    ///
    /// An octet of a name that is not UTF-8 stands as `\xNN`, and a backslash before `x` and two hexadecimal digits as
    /// `\x5c`; ``InputReader/read(path:)`` takes paths in this form.
    package internal(set) var files: [String] = []
    /// Of the files that are links: where each ends, all links on the way followed.
    package internal(set) var linkTargets: [String: String] = [:]
    /// What was found and is not to be read: unreadable folders, devices, dead links, loops, links to folders outside.
    package internal(set) var records: [FileRecord] = []
    /// Files and folders left out because their name begins with a dot; what is inside such folders is not counted.
    package internal(set) var hiddenLeftOut = 0
    /// Files and folders left out by the include and exclude patterns.
    package internal(set) var excludedLeftOut = 0
}
