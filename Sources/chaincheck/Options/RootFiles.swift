import ArgumentParser
import ChainKit
import FoundationEssentials

/// Reads the files that a root list comes in.
enum RootFiles {
    static func octets(of path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            StandardError.report("\(path) cannot be read", hint: reason(for: path))
            throw ExitCode(2)
        }
    }

    /// The DER of every certificate in a file or in a folder and its folders, in the order of their paths.
    static func certificates(at path: String) throws -> [[UInt8]] {
        let listing = FolderWalk(roots: [path]).list()
        if let record = listing.records.first {
            StandardError.report("\(record.path): \(record.worstProblem?.message ?? record.status)")
            throw ExitCode(2)
        }
        let reader = InputReader()
        return listing.files.flatMap { reader.read(path: $0).certificates.map(\.der) }
    }

    /// Whether there is something of that name.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func reason(for path: String) -> String {
        exists(path)
            ? "is it a file that you may read?" : "there is no such file"
    }
}
