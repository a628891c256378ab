import Foundation
import Testing

@testable import ChainKit

@Suite("NDJSON report")
struct NDJSONReportTests {
    @Test func writesEachFileBeforeTheCertificatesFirstSeenInIt() throws {
        let types = try ReportFixture.typical().lines().compactMap { $0["type"] as? String }
        #expect(
            types == [
                "begin", "file", "certificate", "file", "certificate", "file", "certificate", "file",
                "certificate",
                "file", "file", "end",
            ]
        )
    }

    @Test func saysInItsLinesWhatTheDocumentSays() throws {
        let fixture = ReportFixture.typical()
        let lines = try fixture.lines()
        let document = try fixture.json()
        var certificates: [[String: Any]] = []
        for var line in lines where line["type"] as? String == "certificate" {
            line["type"] = nil
            certificates.append(line)
        }
        #expect(NSArray(array: certificates) == NSArray(array: document["certificates"] as? [Any] ?? []))
        #expect(lines.last?["summary"] as? NSDictionary == document["summary"] as? NSDictionary)
    }

    @Test func handsOverInChunks() throws {
        var fixture = ReportFixture()
        fixture.inputs = (0..<2_000).map { .octets([], name: "in/\($0)") }
        let collector = Collector()
        var writer = NDJSONReport(toolVersion: "0", sink: collector.sink)
        try fixture.run(&writer)
        #expect(collector.octets.count / collector.calls > 30_000)
    }
}
