import FoundationEssentials

/// The sources of the package as text, for tests that read them.
enum SourceTree {
    /// One source file: where it stands below the package's folder, and its code without comments and strings.
    struct File: Sendable {
        let path: String
        let code: String
    }

    /// The package's folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    /// Every Swift file below a folder of the package, in the order of the paths.
    static func files(below folder: String) throws -> [File] {
        try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
            .filter { $0.hasSuffix(".swift") }.sorted()
            .map { File(path: folder + "/" + $0, code: try SwiftCode.bare(text(of: folder + "/" + $0))) }
    }

    /// The names of the entries of a folder, sorted.
    static func entries(of folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
    }

    /// The text of a file.
    static func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: root + "/" + path)), as: UTF8.self)
    }
}
