/// The files that a command line names: what is read and what is written, each with its option.
///
/// Every command says here once what its options name, so that one guard (``OutputGuard``) holds for all of them. A test
/// walks the options of all commands and finds those that nobody has declared.
struct NamedFiles {
    /// One option, or an argument.
    struct Option {
        /// As it is typed, such as `--anchors`; an argument by its name in the usage, such as `<path>`.
        let name: String
        let paths: [String]
    }

    private(set) var read: [Option] = []
    private(set) var written: [Option] = []

    /// Adds an option that names what is read.
    func reading(_ name: String, _ paths: [String]) -> NamedFiles {
        var files = self
        // `-` is standard input, which is always guarded.
        files.read.append(Option(name: name, paths: paths.filter { $0 != "-" }))
        return files
    }

    /// Adds an option that names one file that is read.
    func reading(_ name: String, _ path: String?) -> NamedFiles { reading(name, path.map { [$0] } ?? []) }

    /// Adds an option that names a file that is written.
    func writing(_ name: String, _ path: String?) -> NamedFiles {
        var files = self
        files.written.append(Option(name: name, paths: path.map { [$0] } ?? []))
        return files
    }

    /// Everything that several groups of options name.
    static func of(_ groups: any FileNaming...) -> NamedFiles {
        groups.reduce(into: NamedFiles()) { files, group in
            files.read += group.namedFiles.read
            files.written += group.namedFiles.written
        }
    }

    /// What is about to be written, standard output among it, by its path and by that which links lead to: an earlier report
    /// in a folder that is read is no part of what is read.
    var leftOut: [String] {
        let paths = written.flatMap(\.paths).filter { $0 != "-" }
        return paths + paths.compactMap(ReportTarget.realPath) + (OutputGuard.path(of: 1).map { [$0] } ?? [])
    }
}

/// A command, or a group of options, that may name files.
protocol FileNaming {
    /// What its options name, those without a value among them.
    var namedFiles: NamedFiles { get }
}
