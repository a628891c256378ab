import Foundation
import TestSupport
import Testing

@Suite("chaincheck audit --from ndjson")
struct AuditStreamTests {
    private let example = AuditFolder.good()

    private func answer(_ lines: [String], _ arguments: String...) throws -> Binary {
        try Binary(
            [
                "audit", "--from", "ndjson", "--domain", "mail.contoso.com", "--anchors",
                example.roots.path + "/roots.pem",
            ]
                + ["--at", "2026-06-01T00:00:00Z"] + arguments,
            input: lines.joined(separator: "\n")
        )
    }

    private func objects(_ run: Binary) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private var good: String {
        let pem = (example.leaf.pem + example.issuing.pem).replacing("\n", with: "\\n")
        return "{\"id\":\"good\",\"pem\":\"\(pem)\"}"
    }

    @Test func answersEveryLineByALineInTheirOrder() throws {
        let run = try answer((0..<40).map { good.replacing("good", with: "line \($0)") }, "--threads", "2")
        let answers = try objects(run)
        #expect(answers.map { $0["id"] as? String } == (0..<40).map { "line \($0)" })
        #expect(answers.allSatisfy { $0["verdict"] as? String == "eligible" })
        #expect(run.code == 0)
    }

    @Test func answersABrokenLineByAnErrorAndGoesOn() throws {
        let run = try answer(["{broken", "", "{\"id\":7,\"pem\":\"nothing\"}", good])
        let answers = try objects(run)
        #expect(answers.map { $0["type"] as? String } == ["error", "error", "certificate"])
        #expect(answers.map { $0["line"] as? Int } == [1, 3, nil])
        #expect(answers.map { $0["id"] as? Int } == [nil, 7, nil])
        #expect(run.code == 2)
    }

    @Test func exitsWithOneWhereALineIsNotEligible() throws {
        let alone = "{\"der\":\"\(PEMWriter.base64(example.leaf.der))\"}"
        #expect(try answer([alone]).code == 1)
        #expect(try answer([alone], "--fail-on", "never").code == 0)
    }

    @Test func refusesPathsAndOtherFormats() throws {
        #expect(try answer([], "--format", "csv").code == 64)
        #expect(try answer([], "certs").code == 64)
    }
}
