import ChainKit
import Foundation
import Testing

/// Verdict by verdict against an independent reader of Microsoft's list: ../shared/suites/roots.
@Suite(.enabled(if: RootsSuite.isPresent, "there is no ../shared/suites/roots beside the package"))
struct RootsMatrixTests {
    private struct Row: Decodable {
        let sha1: String
        let purpose: String
        let leaf_not_before: String
        let at: String
        let verdict: String
    }

    @Test func everyVerdictOfTheMatrixIsReached() throws {
        let list = try MicrosoftRootList.embedded()
        let rows = try RootsSuite.lines(gzipped: "authroot_matrix.jsonl.gz")
        #expect(rows.count == 19_070)
        var differences: [String] = []
        for line in rows {
            let row = try JSONDecoder().decode(Row.self, from: line)
            let verdict = list.verdict(
                on: try #require(Thumbprint(hexadecimal: row.sha1)),
                for: try #require(RootsSuite.purposes[row.purpose]),
                leafNotBefore: try #require(Instant(rfc3339: row.leaf_not_before)),
                at: try #require(Instant(rfc3339: row.at))
            )
            if verdict.outcome.rawValue != row.verdict {
                differences.append(
                    "\(row.sha1) \(row.purpose): \(verdict.outcome.rawValue) for \(row.verdict)"
                )
            }
        }
        #expect(differences.isEmpty)
    }
}
