import Forges
import TestSupport
import Testing

@testable import ChainKit

struct TurningPointsTests {
    @Test func areTheEndsOfEveryValidity() throws {
        let certificate = try Certificate(der: Forge.selfSigned("a").der)
        var points = TurningPoints()
        points.insert(certificate, attempts: [])
        #expect(
            points.schedule(most: 9).instants.map(\.rfc3339) == [
                "2026-01-01T00:00:00Z", "2027-01-01T00:00:01Z",
            ]
        )
    }

    @Test func liesBehindTheStartAndNotBehindTheEnd() throws {
        let days = try ["2026-01-01", "2026-02-01", "2026-03-01"].map { try #require(Instant(rfc3339: $0)) }
        var points = TurningPoints()
        points.insert(first: days, last: [])
        #expect(Array(points.within(days[0], days[2]).schedule(most: 9).instants) == Array(days[1...]))
    }

    @Test func countsWhatIsLeftOut() throws {
        var points = TurningPoints()
        points.insert(first: (0..<5).map { Instant(seconds: $0 * 10) }, last: [])
        let schedule = points.schedule(most: 2)
        #expect(schedule.instants.map(\.seconds) == [0, 10])
        #expect(schedule.leftOut == 3)
    }
}
