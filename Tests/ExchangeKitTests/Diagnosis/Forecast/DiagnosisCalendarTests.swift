import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("A calendar of a diagnosis")
struct DiagnosisCalendarTests {
    @Test("tells the first second at which the certificate in use has expired, and what breaks then")
    func tellsTheExpiry() throws {
        let fixture = try SituationFixture()
        let diagnosis = try fixture.diagnosis()
        let last = try #require(fixture.mail.certificate?.notAfter.instant)
        let days = diagnosis.situation.time.days(until: last) + 2
        let calendar = try fixture.diagnostician().calendar(
            of: fixture.inventory,
            from: diagnosis,
            days: days
        )
        let entry = try #require(calendar.entries.first { $0.difference.changes.contains(where: \.breaks) })
        #expect(entry.time == Instant(seconds: last.seconds + 1))
        #expect(entry.difference.changes.filter(\.breaks).count == 2)
        #expect(calendar.leftOut == 0)
    }

    @Test("says nothing of days beyond those asked for")
    func keepsToItsDays() throws {
        let fixture = try SituationFixture()
        let diagnosis = try fixture.diagnosis()
        let calendar = try fixture.diagnostician().calendar(of: fixture.inventory, from: diagnosis, days: 1)
        #expect(calendar.entries.isEmpty)
    }

    @Test("tells the day on which a newer certificate begins and takes over")
    func tellsTheTakeover() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        fixture.time = "2026-03-01"
        let newer = try fixture.installInternal()
        let diagnosis = try fixture.diagnosis()
        let calendar = try fixture.diagnostician().calendar(of: fixture.inventory, from: diagnosis, days: 60)
        let entry = try #require(calendar.entries.first)
        #expect(entry.time.date == "2026-04-01")
        #expect(
            entry.difference.changes.contains {
                $0.after.choice.presented?.installed.thumbprint == newer.thumbprint && $0.breaks
            }
        )
    }
}
