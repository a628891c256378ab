import Forges
import Testing

@testable import ChainKit

struct PolicyDataTests {
    @Test(arguments: [
        ("2026-03-14", 398, 1), ("2026-03-15", 200, 2), ("2027-03-14", 200, 2), ("2027-03-15", 100, 4),
        ("2029-03-14", 100, 4), ("2029-03-15", 47, 8), ("2040-01-01", 47, 8),
    ])
    func knowsTheLongestLifetimeOfADay(_ day: String, _ days: Int, _ perYear: Int) throws {
        let issue = try #require(Instant(rfc3339: day))
        let limit = try #require(PolicyData.lifetimeLimit(at: issue))
        #expect(limit.days == days)
        #expect(limit.certificatesPerYear == perYear)
    }

    @Test func knowsNoLimitBeforeThereWasOne() throws {
        #expect(PolicyData.lifetimeLimit(at: try #require(Instant(rfc3339: "2020-08-31"))) == nil)
    }

    @Test func everyDayExists() {
        let schedules = PolicyData.clientAuthentication + [PolicyData.clientAuthenticationOfAll]
        let days =
            PolicyData.lifetimes.map(\.since)
            + schedules.flatMap { [$0.leftOutSince, $0.endsOn] }.compactMap { $0 }
            + schedules.map(\.source.read)
        #expect(days.allSatisfy { $0.seconds < 4_000_000_000 })
        #expect(PolicyData.lifetimeSource.read.date == PolicyData.version)
    }

    @Test func lifetimesStandNewestFirst() {
        let days = PolicyData.lifetimes.map(\.since)
        #expect(days == days.sorted(by: >))
    }

    @Test func everySourceHasAnIdOfItsOwn() {
        let schedules = PolicyData.clientAuthentication + [PolicyData.clientAuthenticationOfAll]
        let sources =
            schedules.map(\.source) + [
                PolicyData.lifetimeSource, PolicyData.keySizeSource, PolicyData.exponentSource,
                PolicyData.weakKeySource, PolicyData.rocaSource,
            ]
        #expect(Set(sources.map(\.id)).count == sources.count)
    }
}
