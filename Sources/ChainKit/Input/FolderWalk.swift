#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Lists the files below folders, in an order that depends on nothing but their names.
///
/// Links to files are read. A folder is visited once, by device and inode, so loops end; links to folders wait until all
/// real folders have been walked, so that a file is named by its real path where it has one. A link to a folder outside of
/// the roots is a record, and is followed only where that is asked for: one link to `/` is the whole machine.
package struct FolderWalk: Sendable {
    private let roots: [String]
    private let includesHidden: Bool
    private let include: [GlobPattern]
    private let exclude: [GlobPattern]
    private let followsLinks: Bool
    private let leftOut: Set<FolderEntries.Place>

    /// Plans a walk; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - roots: files and folders, in the order in which they are to be listed.
    ///   - includesHidden: whether names that begin with a dot count; a root counts whatever its name.
    ///   - include: where not empty, a file must match one of these, by its path below the root or its name alone.
    ///   - exclude: files and folders that match one of these are left out.
    ///   - followsLinks: whether links to folders outside of the roots are followed; a root counts whatever it is.
    ///   - leavingOut: files that are passed over without a word, as the report that is about to be written.
    package init(
        roots: [String],
        includesHidden: Bool = false,
        include: [String] = [],
        exclude: [String] = [],
        followsLinks: Bool = false,
        leavingOut: [String] = []
    ) {
        self.followsLinks = followsLinks
        leftOut = Set(leavingOut.compactMap { FolderEntries.Place($0) })
        self.roots = roots
        self.includesHidden = includesHidden
        self.include = include.map(GlobPattern.init)
        self.exclude = exclude.map(GlobPattern.init)
    }

    /// Walks, and gives all that was found in one listing.
    package func list() -> FolderListing {
        listings().reduce(into: FolderListing()) { whole, listing in
            whole.files += listing.files
            whole.records += listing.records
            whole.linkTargets.merge(listing.linkTargets) { first, _ in first }
            whole.hiddenLeftOut += listing.hiddenLeftOut
            whole.excludedLeftOut += listing.excludedLeftOut
        }
    }

    /// Walks, and gives a listing for each root.
    ///
    /// What several roots lead to stands in one listing only: the first's, or that of the root whose real folder holds it.
    package func listings() -> [FolderListing] {
        var progress = Progress()
        if roots.count > 1 { progress.named = Set(roots.compactMap { FolderEntries.Place($0) }) }
        var entered: [(listing: FolderListing, waiting: [Link])] = []
        for root in roots {
            enter(root: root, &progress)
            entered.append((progress.listing, progress.waiting))
            (progress.listing, progress.waiting) = (FolderListing(), [])
        }
        return entered.map { listing, waiting in
            guard !waiting.isEmpty else { return listing }
            (progress.listing, progress.waiting) = (listing, waiting)
            // A link may lead to a folder that holds links again.
            while !progress.waiting.isEmpty {
                let links = progress.waiting
                progress.waiting = []
                for link in links { follow(folder: link, &progress) }
            }
            progress.listing.files.sort(by: Self.precedes)
            return progress.listing
        }
    }

    private var hasPatterns: Bool { !include.isEmpty || !exclude.isEmpty }

    private typealias Link = (path: String, relativePath: String)

    private struct Progress {
        var listing = FolderListing()
        var visited: Set<FolderEntries.Identity> = []
        var waiting: [Link] = []
        /// The roots' own places; a walk looks out for them, so that none is listed twice.
        var named: Set<FolderEntries.Place> = []
        /// Those of them that have been listed.
        var listed: Set<FolderEntries.Place> = []

        /// Whether something that is no folder is met for the first time.
        mutating func isNew(_ place: FolderEntries.Place) -> Bool {
            !named.contains(place) || listed.insert(place).inserted
        }
    }

    private func enter(root: String, _ progress: inout Progress) {
        do throws(FileOctets.Failure) {
            let typed = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
            let root = ReportedPath.text(typed: typed)
            let kind = try FolderEntries.followed(root).kind
            if kind == .folder { return enter(folder: root, relativePath: "", isLink: false, &progress) }
            if !progress.named.isEmpty, let place = FolderEntries.Place(typed), !progress.isNew(place) {
                return
            }
            switch kind {
            case .folder: break
            case .file, .link:
                progress.listing.files.append(root)
                progress.listing.linkTargets[root] = FolderEntries.target(ofLink: root)
            case .special: progress.listing.records.append(Self.special(root))
            }
        } catch {
            progress.listing.records.append(Self.unreadable(root, error, kind: .other))
        }
    }

    private func enter(folder: String, relativePath: String, isLink: Bool, _ progress: inout Progress) {
        // A stack and not recursion: a folder can be nested deeper than a thread's stack allows.
        var stack = [
            (path: folder, relativePath: relativePath, isLink: isLink, kind: FolderEntries.Kind.folder)
        ]
        while let item = stack.popLast() {
            switch item.kind {
            case .file: progress.listing.files.append(item.path)
            case .special: progress.listing.records.append(Self.special(item.path))
            case .link: follow(item.path, item.relativePath, &progress)
            case .folder:
                guard let folder = open(item.path, isLink: item.isLink, &progress) else { continue }
                let base = item.path.hasSuffix("/") ? item.path : item.path + "/"
                let relativeBase = item.relativePath.isEmpty ? "" : item.relativePath + "/"
                for entry in folder.entries.reversed() {
                    // Most entries are files, of which nobody asks for it where there is no pattern.
                    let relativePath = entry.kind == .file && !hasPatterns ? "" : relativeBase + entry.name
                    guard !isLeftOut(entry, in: folder), keeps(entry, relativePath, &progress),
                        progress.named.isEmpty || entry.kind == .folder
                            || progress.isNew(FolderEntries.Place(folder: folder.identity, name: entry.name))
                    else { continue }
                    stack.append((base + entry.name, relativePath, false, entry.kind))
                }
            }
        }
    }

    private func open(_ path: String, isLink: Bool, _ progress: inout Progress) -> FolderEntries? {
        do throws(FileOctets.Failure) {
            let folder = try FolderEntries(path)
            guard progress.visited.insert(folder.identity).inserted else {
                if isLink { progress.listing.records.append(Self.repeated(path)) }
                return nil
            }
            return folder
        } catch {
            progress.listing.records.append(Self.unreadable(path, error, kind: .folder))
            return nil
        }
    }

    /// Follows a link to a folder where that is asked for; else it is a record.
    private func follow(folder link: Link, _ progress: inout Progress) {
        let identity = (try? FolderEntries.followed(link.path))?.identity
        guard !followsLinks, let identity, !progress.visited.contains(identity) else {
            return enter(folder: link.path, relativePath: link.relativePath, isLink: true, &progress)
        }
        progress.listing.records.append(
            Self.link(
                link.path,
                "a link to a folder outside of what is read: not followed; see --follow-links"
            )
        )
    }

    private func follow(_ path: String, _ relativePath: String, _ progress: inout Progress) {
        do throws(FileOctets.Failure) {
            switch try FolderEntries.followed(path).kind {
            case .folder: progress.waiting.append((path, relativePath))
            case .file, .link:
                progress.listing.files.append(path)
                progress.listing.linkTargets[path] = FolderEntries.target(ofLink: path)
            case .special: progress.listing.records.append(Self.special(path))
            }
        } catch {
            progress.listing.records.append(Self.unreadable(path, error, kind: .special))
        }
    }

    private func keeps(
        _ entry: FolderEntries.Entry,
        _ relativePath: String,
        _ progress: inout Progress
    ) -> Bool {
        if !includesHidden, entry.name.utf8.first == UInt8(ascii: ".") {
            progress.listing.hiddenLeftOut += 1
            return false
        }
        let isFolder = entry.kind == .folder
        let isLeftOut =
            exclude.contains { $0.matches(relativePath) }
            || (!include.isEmpty && !isFolder && !include.contains { $0.matches(relativePath) })
        if isLeftOut {
            progress.listing.excludedLeftOut += 1
            return false
        }
        return true
    }

    private func isLeftOut(_ entry: FolderEntries.Entry, in folder: FolderEntries) -> Bool {
        !leftOut.isEmpty && leftOut.contains(FolderEntries.Place(folder: folder.identity, name: entry.name))
    }

    private static func repeated(_ path: String) -> FileRecord {
        link(path, "a link to a folder that is read under another name")
    }

    private static func link(_ path: String, _ detail: String) -> FileRecord {
        let problem = FileProblem(code: .notACertificate, detail: detail)
        var record = FileRecord(path: path, kind: .folder, problems: [problem])
        record.linkTarget = FolderEntries.target(ofLink: path)
        return record
    }

    private static func special(_ path: String) -> FileRecord {
        let problem = FileProblem(code: .notACertificate, detail: "a device, pipe or socket: not opened")
        return FileRecord(path: path, kind: .special, problems: [problem])
    }

    private static func unreadable(_ path: String, _ failure: FileOctets.Failure, kind: FileKind)
        -> FileRecord
    {
        let words =
            switch failure {
            case .system(let number): FileOctets.Failure.words(number)
            case .notRegular, .tooLarge: "not a folder"
            }
        let isShort = failure.problemCode == .tooManyOpenFiles
        let problem = FileProblem(
            code: isShort ? .tooManyOpenFiles : .unreadable,
            detail: "cannot be read: \(words)"
        )
        return FileRecord(path: path, kind: kind, problems: [problem])
    }

    /// By components, each by its octets: "a/b" comes before "a-b", as in the walk.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        let ones = one.utf8.split(separator: UInt8(ascii: "/"))
        let others = other.utf8.split(separator: UInt8(ascii: "/"))
        for (component, otherComponent) in zip(ones, others) where !component.elementsEqual(otherComponent) {
            return component.lexicographicallyPrecedes(otherComponent)
        }
        return ones.count < others.count
    }
}
