import Forges
import Foundation
import Testing

@testable import ChainKit

/// The table of Documentation/Scoring.md, row by row.
@Suite("Score")
struct ScoreTests {
    private static let best = ScoreFacts(
        trustEnds: false,
        names: .exact,
        daysLeft: 300,
        lifetimeDays: 398,
        key: .rsa,
        hasWeakHash: false,
        servesAsServer: true,
        warnings: 0
    )

    private static func score(_ adjust: (inout ScoreFacts) -> Void = { _ in }) -> Score {
        var facts = best
        adjust(&facts)
        return Score(facts)
    }

    /// Holds the points of one part, and that no other part lost any.
    private func expect(
        _ part: String,
        _ points: Int,
        sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ adjust: (inout ScoreFacts) -> Void
    ) throws {
        let score = Self.score(adjust)
        let found = try #require(score.parts.first { $0.name == part }, sourceLocation: sourceLocation)
        #expect(found.points == points, sourceLocation: sourceLocation)
        #expect(score.value == 100 - found.maximum + points, sourceLocation: sourceLocation)
    }

    @Test func isAHundredWhenNothingIsMissing() {
        #expect(Self.score().value == 100)
        #expect(Self.score().parts.allSatisfy { $0.points == $0.maximum })
    }

    @Test func hasThePartsAndTheMaximaOfItsPage() throws {
        let page = URL(filePath: #filePath).appending(path: "../../../../Documentation/Scoring.md")
        let rows = try String(contentsOf: page.standardizedFileURL, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
            .map { $0.split(separator: "|").prefix(2).map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(rows == Self.score().parts.map { ["`\($0.name)`", "\($0.maximum)"] })
    }

    @Test func givesThirtyForTrustThatEnds() throws { try expect("path", 30) { $0.trustEnds = true } }

    @Test func givesNamesByHowTheyAreCovered() throws {
        try expect("names", 20) { $0.names = .notAsked }
        try expect("names", 15) { $0.names = .wildcard }
        for (covered, points) in [(0, 0), (1, 2), (2, 5), (3, 7)] {
            try expect("names", points) { $0.names = .some(covered, of: 4) }
        }
        try expect("names", 0) { $0.names = .some(0, of: 0) }
    }

    @Test func givesLifetimeInProportionBelowAThird() throws {
        for (days, points) in [(90, 15), (31, 15), (30, 15), (29, 14), (20, 10), (2, 1), (1, 0), (0, 0)] {
            try expect("lifetime", points) {
                $0.daysLeft = days
                $0.lifetimeDays = 90
            }
        }
        // What has expired, or never was valid, has no lifetime left.
        try expect("lifetime", 0) { $0.daysLeft = -400 }
        try expect("lifetime", 0) {
            $0.daysLeft = 0
            $0.lifetimeDays = 0
        }
    }

    @Test func givesSevenForAnotherKeyThanRSA() throws { try expect("key", 7) { $0.key = .other } }

    @Test func givesNothingForAWeakHash() throws { try expect("hash", 0) { $0.hasWeakHash = true } }

    @Test func givesNothingWhereServerAuthenticationIsNotAllowed() throws {
        try expect("purposes", 0) { $0.servesAsServer = false }
    }

    @Test func takesAPointForEachWarningDownToNone() throws {
        for (warnings, points) in [(1, 4), (2, 3), (4, 1), (5, 0), (6, 0), (99, 0)] {
            try expect("cleanliness", points) { $0.warnings = warnings }
        }
    }

    @Test func isNothingAtAllForWhatMustNotBeBound() {
        #expect(Score.zero.value == 0)
        #expect(Score.zero.parts.isEmpty)
    }
}
