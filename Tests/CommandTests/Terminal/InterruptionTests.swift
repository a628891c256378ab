import Foundation
import TestSupport
import Testing

/// What a signal leaves behind: the older report whole, the unfinished one by its name, and the signal's exit code.
@Suite("Signals", .timeLimit(.minutes(2)))
struct InterruptionTests {
    private static let signals: [(number: Int32, name: String, code: Int32)] = [
        (SIGINT, "SIGINT", 130), (SIGTERM, "SIGTERM", 143), (SIGHUP, "SIGHUP", 129),
    ]

    private let folder = TemporaryFolder()

    /// Octets of an answer that is longer than a pipe, so that who is being waited for is known.
    private func streamed(to output: String) throws -> RunningBinary {
        try RunningBinary(["audit", "--from", "ndjson", "--output", output])
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test(arguments: signals)
    func keepsTheOlderReportAndNamesTheUnfinishedOne(_ number: Int32, _ name: String, _ code: Int32) throws {
        let report = folder.write("older", to: "report.ndjson")
        let run = try streamed(to: report)
        // What fills a pipe more than once was read, and so what came before is answered.
        try run.write("{\"id\":1}\n" + String(repeating: "\n", count: RunningBinary.moreThanAPipe))
        run.send(number)
        let end = run.end()
        #expect(end.code == code, "\(end.errors)")
        #expect(try String(contentsOfFile: report, encoding: .utf8) == "older")
        let partial = try #require(try names().first { $0.hasSuffix(".partial") })
        #expect(partial.hasPrefix("report.ndjson."))
        let kept = folder.path + "/" + partial
        #expect(try String(contentsOfFile: kept, encoding: .utf8).contains("\"id\":1"))
        #expect(end.errors.contains("the unfinished report is \(kept); \(report) is still the older one"))
    }

    @Test(arguments: signals)
    func removesAnUnfinishedReportThatIsEmpty(_ number: Int32, _ name: String, _ code: Int32) throws {
        let report = folder.path + "/report.ndjson"
        let run = try streamed(to: report)
        try run.write(String(repeating: "\n", count: RunningBinary.moreThanAPipe))
        run.send(number)
        let end = run.end()
        #expect(end.code == code && !end.errors.contains("unfinished"), "\(end.errors)")
        #expect(try names().isEmpty)
    }

    @Test(arguments: signals)
    func endsACommandThatWaits(_ number: Int32, _ name: String, _ code: Int32) throws {
        for arguments in [
            ["explain", "-"], ["inspect", "-"], ["verify", "--batch"], ["roots", "trust", "--batch"],
        ] {
            let run = try RunningBinary(arguments)
            try run.write(String(repeating: "\n", count: RunningBinary.moreThanAPipe))
            run.send(number)
            let end = run.end()
            #expect(end.code == code, "\(arguments)")
            #expect(end.errors == "chaincheck: interrupted by \(name)\n")
        }
    }

    @Test func leavesSIGHUPIgnoredUnderNohup() throws {
        let run = try Shell(
            "trap '' HUP; coproc { chaincheck explain -; }; kill -HUP $COPROC_PID; echo UntrustedRoot >&${COPROC[1]}; "
                + "eval \"exec ${COPROC[1]}>&-\"; cat <&${COPROC[0]} > /dev/null; wait $COPROC_PID"
        )
        #expect(run.code == 0, "\(run.errors)")
    }
}
