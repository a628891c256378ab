import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func showsWhatTheAuditOfTheExampleReallyPrints() throws {
        let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
        let parts = readme.components(separatedBy: "```\n")
        try #require(parts.count > 1)
        let shown = try #require(parts[1].components(separatedBy: "…\n").first)
        let run = try Binary(
            [
                "audit", "Examples/contoso/certs", "--domain", "mail.contoso.com",
                "--anchors", "Examples/contoso/trust/roots.pem",
                "--password-file", "Examples/contoso/passwords.txt", "--at", "2026-11-23T00:00:00Z",
            ],
            environment: ["COLUMNS": "92"],
            folder: Self.root
        )
        #expect(run.output.hasPrefix(shown), "the README's sample is out of date")
    }

    @Test func showsWhatTheDiagnosisOfTheExampleReallyPrints() throws {
        let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
        let parts = readme.components(separatedBy: "```\n")
        try #require(parts.count > 3)
        let shown = try #require(parts[3].components(separatedBy: "…\n").first)
        let run = try Binary(
            [
                "exchange", "Examples/contoso/exchange", "Examples/contoso/certs",
                "--anchors", "Examples/contoso/trust/roots.pem", "--at", "2026-11-23",
            ],
            environment: ["COLUMNS": "92"],
            folder: Self.root
        )
        #expect(run.output.hasPrefix(shown), "the README's second sample is out of date")
    }
}
