import ArgumentParser
import ChainKit
import ExchangeKit

extension InputReader {
    /// Reads a file that was named on the command line; `-` is standard input.
    func content(named path: String) throws -> FileContent {
        guard path == "-" else { return read(path: path) }
        return read(try StandardInput.octets(limit: InputLimits().fileSize), path: path)
    }

    /// Reads a file, or every file of a folder and its folders in the order of their paths; `-` is standard input.
    ///
    /// What cannot be entered is told and ends the run.
    func contents(below path: String) throws -> [FileContent] {
        if path == "-" { return [try content(named: path)] }
        let listing = FolderWalk(roots: [path]).list()
        if let record = listing.records.first(where: \.hasErrors) {
            StandardError.report("\(record.path): \(record.worstProblem?.message ?? record.status)")
            throw ExitStatus.unread.code
        }
        return listing.files.map { read(path: $0) }
    }
}

extension InventoryReader {
    /// Reads the exports that were named on the command line; `-` is standard input.
    ///
    /// `followsLinks` and `leavingOut` are those of `FolderWalk`.
    func content(named paths: [String], followsLinks: Bool = false, leavingOut: [String]) throws
        -> InventoryContent
    {
        var given: [(path: String, octets: [UInt8])] = []
        if paths.contains("-") {
            given = [(path: "-", octets: try StandardInput.octets(limit: Self.largestExport))]
        }
        return read(
            paths.filter { $0 != "-" },
            with: given,
            followsLinks: followsLinks,
            leavingOut: leavingOut
        )
    }
}
