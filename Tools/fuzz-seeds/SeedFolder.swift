import ChainKit
import Foundation

/// Where the seeds go: a folder a target.
struct SeedFolder {
    /// The folder of all targets' folders.
    let path: String

    /// The package's folder.
    let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    /// Writes a seed under the name of its digest, so that the same one is written once.
    func write(_ octets: [UInt8], for targets: String...) {
        // libFuzzer leaves out what is longer than an input may be.
        guard octets.count <= 1 << 18 else { return }
        for target in targets {
            let folder = URL(filePath: path).appending(path: target)
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? Data(octets).write(to: folder.appending(path: SHA256Digest(of: octets).hexadecimal))
        }
    }

    /// The contents of all files below a folder, none where there is no folder.
    func files(below folder: URL) -> [[UInt8]] {
        let paths = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        return (paths?.compactMap { $0 as? String } ?? []).sorted().compactMap { path in
            (try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }
        }
    }
}

/// Which target a foreign file is a seed for, roughly.
enum FileContentKind {
    case privateKey, pkcs12, pkcs7, other

    init(_ octets: [UInt8]) {
        let record = InputReader().read(octets, path: "seed").record
        switch record.kind {
        case .pkcs12: self = .pkcs12
        case .pkcs7: self = .pkcs7
        default: self = record.privateKeys.isEmpty ? .other : .privateKey
        }
    }
}

/// Why no seeds could be made.
struct SeedError: Error {
    let words: String
}
