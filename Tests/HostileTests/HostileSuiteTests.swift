import Foundation
import Testing

/// Every file of the suites of bad files, through the real binary.
@Suite("Suites of bad files", .enabled(if: HostileSuite.isPresent, "../shared/suites is not there"))
struct HostileSuiteTests {
    /// Files that are answered otherwise, with the reason; the test fails where a reason is no longer needed.
    private static let departures = [
        "files/zlint/subCertLocalityNameDoesNotNeedToAppear.pem": """
        a blank line before the END line is white space, which RFC 7468, 2 tells parsers to pass over
        """
    ]

    @Test(arguments: ["hostile", "thirdparty"])
    func everyFileIsAnsweredRightly(_ name: String) throws {
        let suite = try #require(HostileSuite(name))
        var wrong: Set<String> = []
        for start in stride(from: 0, to: suite.entries.count, by: Self.filesInARun) {
            let entries = suite.entries[start...].prefix(Self.filesInARun)
            let json = try Run(["inspect", "--format", "json"] + entries.map(suite.path(of:))).json()
            let files = try #require(json["files"] as? [[String: Any]])
            try #require(files.count == entries.count)
            for (entry, file) in zip(entries, files) where !isRight(try outcome(of: file), for: entry) {
                wrong.insert(entry.file)
            }
        }
        let expected = Self.departures.keys.filter { file in suite.entries.contains { $0.file == file } }
        #expect(wrong == Set(expected))
    }

    /// A process for every file would spend a minute on starting.
    private static let filesInARun = 50

    @Test(arguments: ["hostile", "thirdparty"])
    func theWholeFolderIsAudited(_ name: String) throws {
        let suite = try #require(HostileSuite(name))
        let path = suite.folder.appending(path: "files").path(percentEncoded: false)
        for format in ["json", "ndjson", "csv", "text"] {
            let run = try Run(["audit", path, "--domain", "mail.contoso.com", "--format", format])
            #expect(run.code == 1, Comment(rawValue: String(decoding: run.errors.prefix(500), as: UTF8.self)))
            #expect(!run.output.contains(0x1b) && !run.output.contains(0x00))
            if format == "json" { _ = try run.json() }
        }
    }

    private func isRight(_ outcome: String, for entry: HostileSuite.Entry) -> Bool {
        entry.accept.contains { $0 == outcome || $0 == "certs:*" && outcome.hasPrefix("certs:") }
    }

    private func outcome(of file: [String: Any]) throws -> String {
        let certificates = try #require(file["certificates"] as? [Any])
        if !certificates.isEmpty { return "certs:\(certificates.count)" }
        return file["status"] as? String == "error" ? "error" : "skip"
    }
}
