import ArgumentParser
import ChainKit
import FoundationEssentials

/// Reads the files that a root list comes in.
enum RootFiles {
    /// The octets of a file; `-` is standard input.
    static func octets(of path: String) throws -> [UInt8] {
        if path == "-" { return try StandardInput.octets(limit: InputLimits().fileSize) }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            StandardError.report("\(path) cannot be read", hint: reason(for: path))
            throw ExitStatus.unread.code
        }
    }

    /// The DER of every certificate in a file or in a folder and its folders, in the order of their paths.
    static func certificates(at path: String) throws -> [[UInt8]] {
        try InputReader().contents(below: path).flatMap { $0.certificates.map(\.der) }
    }

    /// Whether there is something of that name.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func reason(for path: String) -> String {
        exists(path)
            ? "is it a file that you may read?" : "there is no such file"
    }
}
