import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("Inspection")
struct InspectionTests {
    private func inspection(_ octets: [UInt8]) -> Inspection {
        Inspection(InputReader().read(octets, path: "file"))
    }

    private func json(_ inspections: [Inspection]) throws -> [String: Any] {
        let collector = Collector()
        let writer = InspectionJSON(isList: inspections.count > 1, sink: collector.sink)
        try writer.begin()
        for inspection in inspections { try writer.write(inspection) }
        try writer.end()
        return try JSONSerialization.jsonObject(with: Data(collector.octets)) as? [String: Any] ?? [:]
    }

    private func text(_ inspection: Inspection) throws -> String {
        let collector = Collector()
        var writer = InspectionText(style: .plain, sink: collector.sink)
        try writer.begin()
        try writer.write(inspection)
        try writer.end()
        return collector.text
    }

    @Test func isOneObjectForOneFileAndAListForMore() throws {
        let good = inspection(Forge.selfSigned("EX01").der)
        let one = try json([good])
        #expect(one["status"] as? String == "ok")
        #expect((one["certificates"] as? [Any])?.count == 1)
        #expect(one["notes"] is [Any])
        #expect((try json([good, good])["files"] as? [Any])?.count == 2)
    }

    @Test func skipsWhatHoldsNothingToRead() {
        #expect(inspection([]).outcome == .skipped)
        #expect(inspection(Array("a note".utf8)).outcome == .skipped)
    }

    @Test func reportsABlockThatDoesNotParseAndKeepsItsNeighbours() throws {
        let good = Forge.selfSigned("EX01")
        let content = FileContent(
            record: FileRecord(path: "file", kind: .pem, certificates: 2),
            certificates: [
                EncodedCertificate(location: SourceLocation(path: "file", index: 0), der: [0x30, 0x00]),
                EncodedCertificate(location: SourceLocation(path: "file", index: 1), der: good.der),
            ]
        )
        let inspection = Inspection(content)
        #expect(inspection.outcome == .error)
        #expect(inspection.certificates.map(\.index) == [1])
        #expect(inspection.record.problems.map(\.code) == [.malformed])
    }

    @Test func letsNoControlCharacterReachTheTerminal() throws {
        let odd = Forge.selfSigned("x") { template in
            template.subject = [("CN", ReportFixture.hostile)]
            template.names = [ReportFixture.hostile]
        }
        #expect(!hasControls(try text(inspection(odd.der))))
    }

    @Test func marksADNSNameThatIsNoHostName() throws {
        let odd = Forge.selfSigned("x") { $0.names = ["mail.contoso.com", "a\u{1b}b"] }
        let inspection = inspection(odd.der)
        let words = try text(inspection).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                #"dns a\u{1b}b (no host name: it holds a character other"#
            )
        )
        let certificates = try json([inspection])["certificates"] as? [[String: Any]]
        let names = certificates?.first?["subjectAlternativeNames"] as? [[String: Any]]
        #expect(names?.map { $0["isHostName"] as? Bool } == [true, false])
    }

    @Test func countsWhatWouldFillTheScreen() throws {
        let many = Forge.selfSigned("x") { $0.names = (0..<10_000).map { "n\($0).contoso.com" } }
        let inspection = inspection(many.der)
        let text = try text(inspection)
        #expect(text.contains("and 9,980 more"))
        #expect(text.utf8.count < 5_000)
        let certificates = try json([inspection])["certificates"] as? [[String: Any]]
        #expect((certificates?.first?["subjectAlternativeNames"] as? [Any])?.count == 10_000)
    }
}
