import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

struct TimelineCalendarFileTests {
    private let root = Forge.authority("Root")

    private func file(_ fixture: TimelineFixture, leadDays: Int = 14) throws -> [UInt8] {
        let report = TimelineReport(
            inputs: ["x"],
            trust: "your anchors",
            leadDays: leadDays,
            timeline: try fixture.timeline()
        )
        return TimelineCalendarFile(toolVersion: "1.2.3").document(report)
    }

    @Test func putsAnEventOfAWholeDayBeforeTheDayOfTheEnd() throws {
        let fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        let calendar = try StrictCalendar(file(fixture))
        let event = try #require(calendar.events.first)
        #expect(calendar.events.count == 1)
        #expect(calendar.properties["PRODID"] == "-//chaincheck//chaincheck 1.2.3//EN")
        #expect(event["DTSTAMP"] == "20260601T000000Z")
        #expect(event["DTSTART;VALUE=DATE"] == "20261218")
        #expect(event["DTEND;VALUE=DATE"] == "20261219")
        #expect(
            try StrictCalendar.text(event["SUMMARY"] ?? "")
                == "Renew the certificate of mail.contoso.com, which stops working on 2027-01-01"
        )
    }

    @Test func hasANameAndAlarms() throws {
        let fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        let calendar = try StrictCalendar(file(fixture))
        #expect(calendar.properties["NAME"] == "Certificates for mail.contoso.com")
        #expect(calendar.properties["X-WR-CALNAME"] == "Certificates for mail.contoso.com")
        // On the day of the event, and on the day before the certificate ends.
        #expect(calendar.alarms.map { $0.map { $0["TRIGGER"] } } == [["PT8H", "P13DT8H"]])
        #expect(calendar.alarms.first?.first?["DESCRIPTION"] == calendar.events.first?["SUMMARY"])
        var unnamed = fixture
        unnamed.domain = nil
        #expect(try StrictCalendar(file(unnamed)).properties["NAME"] == "Certificates in x")
    }

    @Test func ringsOnceWhereNoDayIsLeft() throws {
        let fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        for leadDays in [0, 1] {
            let calendar = try StrictCalendar(file(fixture, leadDays: leadDays))
            #expect(calendar.alarms.map { $0.map { $0["TRIGGER"] } } == [["PT8H"]])
        }
    }

    @Test func saysItselfWhatItLacks() throws {
        let issuing = root.authority("Issuing") { $0.notAfter = "20260901000000Z" }
        var fixture = TimelineFixture(anchors: [root], files: [issuing, issuing.issue("mail.contoso.com")])
        #expect(try StrictCalendar(file(fixture)).properties["DESCRIPTION"] == nil)
        fixture.mostJudgements = 0
        let calendar = try StrictCalendar(file(fixture))
        let words = "1 change of certification paths from 2026-09-01 on was not looked at"
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            #expect(try StrictCalendar.text(calendar.properties[name] ?? "").contains(words))
        }
        #expect(calendar.events.map { $0["CATEGORIES"] } == ["incomplete", "renew"])
        #expect(calendar.events.first?["DESCRIPTION"]?.hasPrefix(words) == true)
    }

    @Test func neverPutsAnEventIntoThePast() throws {
        let fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        let calendar = try StrictCalendar(file(fixture, leadDays: 400))
        #expect(calendar.events.first?["DTSTART;VALUE=DATE"] == "20260601")
    }

    @Test func updatesTheEventsOfAnEarlierFile() throws {
        var fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        let earlier = try #require(try StrictCalendar(file(fixture)).events.first)
        fixture.start = "2026-06-02T08:30:00Z"
        let later = try #require(try StrictCalendar(file(fixture, leadDays: 30)).events.first)
        #expect(earlier["UID"] == later["UID"])
        #expect(earlier["DTSTART;VALUE=DATE"] != later["DTSTART;VALUE=DATE"])
        let numbers = [earlier, later].compactMap { $0["SEQUENCE"].flatMap { Int($0) } }
        #expect(numbers.count == 2 && numbers[0] < numbers[1])
        #expect(later["DTSTAMP"] == "20260602T083000Z")
    }

    @Test func escapesAndFoldsWhatACertificateSays() throws {
        let name = "Bücher; Müller, \\Söhne \u{202e}\r\nEND:VEVENT " + String(repeating: "日本語", count: 40)
        let leaf = root.issue("x", names: ["mail.contoso.com"]) {
            $0.subject = [("CN", "x"), ("O", String(name.prefix(60))), ("CN", name.suffix(50) + ";,\\é")]
        }
        let fixture = TimelineFixture(anchors: [root], files: [leaf])
        let calendar = try StrictCalendar(file(fixture))
        #expect(calendar.events.count == 1)
        let summary = try StrictCalendar.text(calendar.events.first?["SUMMARY"] ?? "")
        #expect(summary.contains("日本語;,\\é"))
        let description = try StrictCalendar.text(calendar.events.first?["DESCRIPTION"] ?? "")
        #expect(description.contains("Bücher; Müller"))
        #expect(!description.contains("\r"))
    }

    @Test func isTheSameForTheSameInput() throws {
        let fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        #expect(try file(fixture) == file(fixture))
    }

    @Test(arguments: 60...90)
    func foldsBetweenCharacters(_ length: Int) throws {
        let line = ContentLine("X", text: String(repeating: "a", count: length) + "é😀b")
        var parts: [[UInt8]] = [[]]
        for octet in line.octets where octet != 0x0d {
            if octet == 0x0a { parts.append([]) } else { parts[parts.count - 1].append(octet) }
        }
        #expect(parts.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
    }
}
