import Forges
import Testing

@testable import ChainKit

@Suite("Instants")
struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-23T00:00:00Z", 1_795_392_000),
        ("2000-02-29T23:59:59Z", 951_868_799),
        ("1601-01-01T00:00:00Z", -11_644_473_600), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("1969-12-31T23:59:59Z", -1),
    ])
    func readsAndPrintsRFC3339(_ text: String, _ seconds: Int64) throws {
        let instant = try #require(Instant(rfc3339: text))
        #expect(instant.seconds == seconds)
        #expect(instant.rfc3339 == text)
    }

    @Test func readsOffsetsFractionsAndBareDates() {
        #expect(Instant(rfc3339: "2026-11-23T01:30:00+01:30") == Instant(rfc3339: "2026-11-23T00:00:00Z"))
        #expect(Instant(rfc3339: "2026-11-23t00:00:00.250z")?.nanoseconds == 250_000_000)
        #expect(Instant(rfc3339: "2026-11-23T00:00:00.25Z")?.rfc3339 == "2026-11-23T00:00:00.25Z")
        #expect(Instant(rfc3339: "2026-11-23") == Instant(rfc3339: "2026-11-23T00:00:00Z"))
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-11-23T24:00:00Z", "2026-11-23T00:00:60Z",
        "2026-11-23T00:00:00",
        "2026-11-23T00:00:00.Z", "2026-11-23T00:00:00+25:00", "2026-11-23T00:00:00Zx", "yesterday",
        // Moved out of the years that have four digits.
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    ])
    func refusesWhatIsNoTime(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func printsFourDigitsOfAYearThatHasNone() {
        #expect(Instant(seconds: -62_167_219_201).rfc3339 == "0000-12-31T23:59:59Z")
        #expect(Instant(seconds: 253_402_300_800).date == "9999-01-01")
    }

    @Test func countsWholeDaysTowardsThePast() throws {
        let start = try #require(Instant(rfc3339: "2026-11-23T12:00:00Z"))
        #expect(start.days(until: start.adding(days: 3)) == 3)
        #expect(start.days(until: try #require(Instant(rfc3339: "2026-11-24T11:59:59Z"))) == 0)
        #expect(start.days(until: try #require(Instant(rfc3339: "2026-11-23T11:59:59Z"))) == -1)
    }

    @Test(arguments: [
        ("260229000000Z", true, "there is no such date or time of day"),
        ("2611230000Z", true, "11 characters where YYMMDDHHMMSSZ is due"),
        ("261123000000+", true, "the time does not end in Z"),
        ("26112300000xZ", true, "the time holds something other than digits"),
        ("20261123240000Z", false, "there is no such date or time of day"),
    ])
    func saysWhyAValidityTimeIsMalformed(_ text: String, _ isUTCTime: Bool, _ reason: String) {
        let time = Array(text.utf8).withUnsafeBufferPointer { ValidityTime(isUTCTime: isUTCTime, text: $0) }
        #expect(time == .malformed(reason: reason))
    }

    @Test func readsTwoDigitYearsAsRFC5280Says() {
        func year(_ text: String) -> String? {
            Array(text.utf8).withUnsafeBufferPointer { ValidityTime(isUTCTime: true, text: $0) }.instant?.date
        }
        #expect(year("490101000000Z") == "2049-01-01")
        #expect(year("500101000000Z") == "1950-01-01")
    }
}
