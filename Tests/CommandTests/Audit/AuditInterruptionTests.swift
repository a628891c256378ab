import Foundation
import TestSupport
import Testing

@Suite("chaincheck audit, interrupted", .timeLimit(.minutes(2)))
struct AuditInterruptionTests {
    /// More files than the audit reads in one go, whose report is longer than a pipe holds.
    private static let files = 200

    private let example = AuditFolder()

    private var arguments: [String] {
        ["--anchors", example.roots.path + "/roots.pem", "--at", "2026-06-01"]
    }

    private func fill() {
        for number in 100..<(100 + Self.files) {
            let leaf = example.issuing.issue("host\(number).contoso.com")
            example.folder.write(leaf.pem, to: "\(number).pem")
        }
    }

    /// An audit whose report nobody reads, so that it stands still in the middle of it.
    private func held(_ more: String...) throws -> RunningBinary {
        fill()
        let run = try RunningBinary(
            ["audit", example.folder.path, "--format", "ndjson", "--pem"] + arguments + more
        )
        run.readSome()
        return run
    }

    private func objects(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func reportsWhatWasDoneAndExitsWith130() throws {
        let run = try held()
        run.interrupt()
        let end = run.end()
        #expect(end.code == 130, "\(end.errors)")
        let lines = try objects(end.output)
        let judged = lines.count { $0["type"] as? String == "certificate" }
        #expect(judged > 0 && judged < Self.files)
        let last = try #require(lines.last)
        #expect(last["type"] as? String == "end")
        let summary = try #require(last["summary"] as? [String: Any])
        #expect(summary["interrupted"] as? Bool == true)
        #expect(summary["files"] as? Int == judged)
        #expect(end.errors == "chaincheck: interrupted: \(judged) of \(Self.files) files were audited\n")
    }

    @Test func endsAtOnceWhenAskedTwice() throws {
        let run = try held()
        run.interruptUntilItEnds()
        let end = run.end()
        #expect(end.code == 130 || end.signal == SIGINT)
        #expect(!end.output.contains("\"type\":\"end\""))
    }

    @Test func keepsTheAnswersOfAStreamAndSaysHowMany() throws {
        let run = try RunningBinary(["audit", "--from", "ndjson"] + arguments)
        let pem = (example.leaf.pem + example.issuing.pem).replacing("\n", with: "\\n")
        try run.write("{\"id\":1,\"pem\":\"\(pem)\"}\n{\"id\":2")
        run.readLine()
        run.interrupt()
        let end = run.end()
        #expect(end.code == 130)
        #expect(try objects(end.output).map { $0["id"] as? Int } == [1])
        #expect(end.errors == "chaincheck: interrupted: 1 line was answered\n")
    }

    @Test func waitsForStandardInputNoLonger() throws {
        let run = try RunningBinary(["audit", "-", "--format", "json"] + arguments)
        try run.write(String(repeating: "\n", count: RunningBinary.moreThanAPipe))
        run.interrupt()
        let end = run.end()
        #expect(end.code == 130)
        #expect(end.output.isEmpty)
        #expect(end.errors == "chaincheck: interrupted by SIGINT\n")
    }

    @Test(arguments: ["text", "json", "ndjson", "csv"])
    func keepsItsExitCodeWhenNobodyReadsTheReport(_ format: String) throws {
        example.folder.write(example.leaf.pem, to: "leaf.pem")
        #expect(try Binary(["audit", example.folder.path, "--format", format] + arguments).code == 1)
        // Nothing is written before standard input is at its end.
        let run = try RunningBinary(["audit", example.folder.path, "-", "--format", format] + arguments)
        try run.closeOutput()
        try run.closeInput()
        let end = run.end(readsOutput: false)
        #expect(end.code == 1, "signal \(end.signal ?? 0)")
        #expect(end.errors.isEmpty)
    }

    @Test func keepsTheCodeOfTheAnswersWhenNobodyReadsThem() throws {
        let run = try RunningBinary(["audit", "--from", "ndjson"] + arguments)
        try run.write("{}\n")
        run.readLine()
        try run.closeOutput()
        try run.write("{}\n")
        let end = run.end(readsOutput: false)
        #expect(end.code == 2)
        #expect(end.errors.isEmpty)
    }
}
