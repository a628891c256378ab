import Foundation
import TestSupport
import Testing

/// The exit code, the first line and the JSON of the real binary say the same of made-up organisations.
@Suite("chaincheck exchange, for any organisation")
struct OrganizationExitCodeTests {
    private static let pool = OrganizationCertificates()

    @Test(arguments: 0..<10) func endsAsItsReportSays(seed: Int) throws {
        let folder = TemporaryFolder()
        for file in GeneratedOrganization(seed: UInt64(seed), Self.pool).files {
            _ = folder.write(file.octets, to: "exports/" + file.path)
        }
        let anchors = folder.write(Array(Self.pool.root.pem.utf8), to: "root.pem")
        let arguments = [
            "exchange", folder.path + "/exports", "--anchors", anchors, "--at", "2026-06-01", "--days", "0",
        ]
        let answer = try Binary(arguments + ["--format", "json"])
        let json = try answer.json
        let connectors = try #require(json["connectors"] as? [[String: Any]])
        let findings = try #require(json["findings"] as? [[String: Any]])
        let answers = connectors.compactMap { $0["answer"] as? String }
        #expect(answers.count == connectors.count)
        let errors = findings.count { $0["severity"] as? String == "error" }
        let isUnfit = answers.contains("stops") || answers.contains("undetermined") || errors > 0
        #expect((answer.code == 1) == isUnfit, "\(answer.code): \(answers), \(errors) errors")
        let text = try Binary(arguments)
        #expect(text.code == answer.code)
        let marks = ["STOPS", "ERRORS", "UNKNOWN", "WORKS"]
        let first = text.output.split(separator: "\n").first { line in
            marks.contains { line.hasPrefix($0 + "  ") }
        }
        let mark = try #require(first.flatMap { line in marks.first { line.hasPrefix($0 + "  ") } })
        #expect((mark == "STOPS") == answers.contains("stops"))
        if mark == "WORKS" { #expect(answer.code != 1) }
        if mark == "ERRORS" { #expect(errors > 0) }
    }
}
