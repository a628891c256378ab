/// What a walk over folders found.
public struct FolderListing: Sendable, Hashable {
    /// The files to read: roots in the order given, below each the byte order of path components.
    ///
    /// An octet of a name that is not UTF-8 stands as `\xNN`, and a backslash before `x` and two hexadecimal digits as
    /// `\x5c`; ``InputReader/read(path:)`` takes paths in this form.
    public internal(set) var files: [String] = []
    /// Of the files that are links: where each ends, all links on the way followed.
    public internal(set) var linkTargets: [String: String] = [:]
    /// What was found and is not to be read: unreadable folders, devices, dead links, loops, links to folders outside.
    public internal(set) var records: [FileRecord] = []
    /// Files and folders left out because their name begins with a dot; what is inside such folders is not counted.
    public internal(set) var hiddenLeftOut = 0
    /// Files and folders left out by the include and exclude patterns.
    public internal(set) var excludedLeftOut = 0
}
