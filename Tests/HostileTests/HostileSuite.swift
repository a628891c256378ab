import Foundation

/// Bad files with what is right for each, where they lie beside this repository.
struct HostileSuite {
    /// One file of a manifest.
    struct Entry: Decodable {
        let file: String
        let what: String
        /// Outcomes that are right, the preferred one first: `certs:N`, `certs:*`, `error`, `skip`.
        let accept: [String]
    }

    let folder: URL
    let entries: [Entry]

    init?(_ name: String) {
        folder = Self.suites.appending(path: name)
        guard let manifest = try? Data(contentsOf: folder.appending(path: "manifest.jsonl")) else {
            return nil
        }
        let lines = manifest.split(separator: UInt8(ascii: "\n"))
        entries = lines.compactMap { try? JSONDecoder().decode(Entry.self, from: Data($0)) }
        guard entries.count == lines.count else { return nil }
    }

    func path(of entry: Entry) -> String { folder.appending(path: entry.file).path(percentEncoded: false) }

    static let suites = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/suites").standardizedFileURL

    static var isPresent: Bool { HostileSuite("hostile") != nil && HostileSuite("thirdparty") != nil }
}
