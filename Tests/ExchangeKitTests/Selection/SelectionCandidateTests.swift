import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("PossibleTime")
struct PossibleTimeTests {
    private let noon = Instant(seconds: 1_790_000_000)

    private func time(_ seconds: Int64..., zone: Bool = false, file: String = "a") -> PossibleTime? {
        let readings = seconds.map { Instant(seconds: noon.seconds + $0) }
        return PossibleTime(ReportedTime(text: "", readings: readings, hasZone: zone), in: file)
    }

    @Test func ordersWhatIsKnownToTheSecond() {
        let later = PossibleTime(Instant(seconds: noon.seconds + 1))
        #expect(PossibleTime(noon).mayBeAtOrBefore(later))
        #expect(!later.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(later.mayBeAtOrBefore(later))
    }

    @Test func takesEveryReadingForPossible() throws {
        let ambiguous = try #require(time(-90_000, 90_000, zone: true))
        #expect(ambiguous.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(PossibleTime(noon).mayBeAtOrBefore(ambiguous))
    }

    @Test func allowsForAnyZoneWhereNoneIsNamed() throws {
        let near = try #require(time(13 * 3_600))
        let far = try #require(time(15 * 3_600))
        #expect(near.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(!far.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(PossibleTime(noon).mayBeAtOrBefore(try #require(time(-11 * 3_600))))
        #expect(!PossibleTime(noon).mayBeAtOrBefore(try #require(time(-13 * 3_600))))
    }

    @Test func takesTimesOfOneFileToBeInOneZone() throws {
        let earlier = try #require(time(0))
        let later = try #require(time(7_200))
        #expect(!later.mayBeAtOrBefore(earlier))
        #expect(later.mayBeAtOrBefore(try #require(time(0, file: "b"))))
        #expect(try #require(time(1_800)).mayBeAtOrBefore(earlier))
    }

    @Test func isNoneForTextThatIsNoDate() { #expect(time() == nil) }
}

@Suite("SelectionCandidate")
struct SelectionCandidateTests {
    private func instant(_ second: Int64, after text: String) -> Instant {
        Instant(seconds: Instant.test(text).seconds + second)
    }

    /// Validity includes both of its ends (RFC 5280, 4.1.2.5).
    @Test func isValidFromTheFirstSecondToTheLast() throws {
        let candidate = try SelectionFixture().issued(from: "20260101000000Z", to: "20270101000000Z")
        let answers: [(Int64, notYetValid: ExportedAnswer, expired: ExportedAnswer)] = [
            (-1, .yes, .no), (0, .no, .no), (1, .no, .yes),
        ]
        for (second, notYetValid, expired) in answers {
            let start = instant(second, after: "2026-01-01T00:00:00Z")
            let end = instant(second, after: "2027-01-01T00:00:00Z")
            #expect(candidate.isNotYetValid(at: start) == notYetValid)
            #expect(candidate.hasExpired(at: end) == expired)
        }
    }

    @Test func isDoubtfulBetweenTheReadingsOfADateAndNotOutsideThem() throws {
        let readings = [Instant.test("2026-04-05T00:00:00Z"), Instant.test("2026-05-04T00:00:00Z")]
        let reported = ReportedTime(text: "04/05/2026", readings: readings, hasZone: true)
        let candidate = try SelectionFixture().issued().with {
            $0.certificate = nil
            $0.reportedNotBefore = reported
            $0.reportedNotAfter = reported
        }
        let first = "2026-04-05T00:00:00Z"
        let last = "2026-05-04T00:00:00Z"
        #expect(candidate.hasExpired(at: instant(0, after: first)) == .no)
        #expect(candidate.hasExpired(at: instant(1, after: first)) == .unknown)
        #expect(candidate.hasExpired(at: instant(0, after: last)) == .unknown)
        #expect(candidate.hasExpired(at: instant(1, after: last)) == .yes)
        #expect(candidate.isNotYetValid(at: instant(-1, after: first)) == .yes)
        #expect(candidate.isNotYetValid(at: instant(0, after: first)) == .unknown)
        #expect(candidate.isNotYetValid(at: instant(-1, after: last)) == .unknown)
        #expect(candidate.isNotYetValid(at: instant(0, after: last)) == .no)
    }

    @Test func knowsNothingOfADateThatNobodyReports() throws {
        let candidate = try SelectionFixture().issued().with { $0.certificate = nil }
        #expect(candidate.hasExpired(at: SelectionFixture.now) == .unknown)
        #expect(candidate.isNotYetValid(at: SelectionFixture.now) == .unknown)
    }
}
