import ChainKit
import Foundation

@testable import chaincheck

/// The public verification cases, open.jsonl and open.cases.ndjson.gz, beside the root list's.
enum VerificationSuite {
    /// What is expected of a case.
    struct Expectation: Decodable {
        let id: String
        let tier: String
        let expected: String
    }

    static func expectations() throws -> [Expectation] {
        try RootsSuite.lines("../open.jsonl").map { try JSONDecoder().decode(Expectation.self, from: $0) }
    }

    /// The verdicts that `verify --batch` gives by default, by case.
    static func verdicts() throws -> [String: String] {
        let batch = VerificationBatch(width: 2, profile: .webpki)
        var verdicts: [String: String] = [:]
        for line in try RootsSuite.lines(gzipped: "../open.cases.ndjson.gz") {
            let answer = batch.answer(Array(line)[...], number: 0)
            let object = try JSONSerialization.jsonObject(with: Data(answer.octets)) as? [String: Any]
            if let id = object?["id"] as? String { verdicts[id] = object?["verdict"] as? String ?? "error" }
        }
        return verdicts
    }
}
