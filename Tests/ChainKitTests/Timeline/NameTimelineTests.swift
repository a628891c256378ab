import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Until when names work, and which certificates are each other's renewals.
struct NameTimelineTests {
    private let root = Forge.authority("Root")

    private func leaf(_ names: String..., from start: String = "20260101000000Z", until end: String)
        -> ForgedCertificate
    {
        root.issue(names[0], names: names) { ($0.notBefore, $0.notAfter) = (start, end) }
    }

    private func timeline(_ files: [ForgedCertificate], domain: String? = "mail.contoso.com") throws
        -> Timeline
    {
        var fixture = TimelineFixture(anchors: [root], files: files)
        fixture.domain = domain
        return try fixture.timeline()
    }

    @Test func aNameWorksUntilItsLastRenewalEnds() throws {
        let old = leaf("mail.contoso.com", until: "20260801000000Z")
        let new = leaf("mail.contoso.com", from: "20260720000000Z", until: "20270101000000Z")
        let timeline = try timeline([old, new])
        let name = try #require(timeline.names.first)
        #expect(timeline.names.count == 1)
        #expect(name.until == (try .day("2027-01-01T00:00:01Z")))
        #expect(name.steps.map(\.certificate) == [try old.certificate, try new.certificate])
        #expect(name.steps.map(\.from) == [try .day("2026-06-01"), try .day("2026-08-01T00:00:01Z")])
        #expect(name.resumes == nil)
    }

    @Test func aGapEndsIt() throws {
        let old = leaf("mail.contoso.com", until: "20260801000000Z")
        let late = leaf("mail.contoso.com", from: "20260802000000Z", until: "20270101000000Z")
        let name = try #require(try timeline([old, late]).names.first)
        #expect(name.until == (try .day("2026-08-01T00:00:01Z")))
        #expect(name.resumes == (try .day("2026-08-02")))
        let only = try #require(try timeline([late]).names.first)
        #expect(!only.worksNow && only.until == nil)
        #expect(only.resumes == (try .day("2026-08-02")))
    }

    @Test func everyNameOfTheCertificatesIsAnsweredWhereNoneWasAsked() throws {
        let files = [
            leaf("a.contoso.com", "B.contoso.com", until: "20260801000000Z"),
            leaf("*.contoso.com", until: "20260901000000Z"),
            leaf("contoso.com", until: "20260301000000Z"), leaf("x.y.contoso.com", until: "20260701000000Z"),
        ]
        let names = try timeline(files, domain: nil).names
        #expect(
            names.map(\.name) == [
                "x.y.contoso.com", "*.contoso.com", "a.contoso.com", "b.contoso.com", "contoso.com",
            ]
        )
        // The wildcard stands for one label and not for the bare domain.
        #expect(
            names.map { $0.until?.previousSecond.date } == [
                "2026-07-01", "2026-09-01", "2026-09-01", "2026-09-01", nil,
            ]
        )
        #expect(names.map(\.worksNow) == [true, true, true, true, false])
    }

    @Test func aRenewalHasTheSameNamesAndLastsLonger() throws {
        let old = leaf("mail.contoso.com", "smtp.contoso.com", until: "20260801000000Z")
        let renewal = leaf(
            "smtp.contoso.com",
            "mail.contoso.com",
            "new.contoso.com",
            until: "20270101000000Z"
        )
        let part = leaf("mail.contoso.com", until: "20270201000000Z")
        let timeline = try timeline([old, renewal, part], domain: nil)
        let successors = timeline.certificates.map { $0.successor?.certificate }
        #expect(successors == [try renewal.certificate, nil, nil])
        let task = try #require(timeline.tasks.first)
        #expect(task.kind == .renew)
        #expect(task.summary.hasPrefix("Replace the certificate of mail.contoso.com"))
        #expect(task.details.contains { $0.contains("2.cer") } == false)
        #expect(task.details.contains { $0.contains("1.cer") })
    }

    @Test func aRenewalThatDoesNotWorkOrBeginsTooLateIsNone() throws {
        let old = leaf("mail.contoso.com", until: "20260801000000Z")
        let late = leaf("mail.contoso.com", from: "20260802000000Z", until: "20270101000000Z")
        let unfit = root.issue("mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] }
        #expect(try timeline([old, late, unfit]).certificates.allSatisfy { $0.successor == nil })
    }

    @Test func aWildcardIsNoRenewalAndTheNameWorksAllTheSame() throws {
        let old = leaf("mail.contoso.com", until: "20260801000000Z")
        let timeline = try timeline([old, leaf("*.contoso.com", until: "20270101000000Z")])
        #expect(timeline.certificates.allSatisfy { $0.successor == nil })
        #expect(timeline.names.first?.until?.previousSecond.date == "2027-01-01")
    }

    @Test func theEventStaysTheSameOnceTheRenewalIsHere() throws {
        let old = leaf("mail.contoso.com", until: "20260801000000Z")
        let new = leaf("mail.contoso.com", until: "20270101000000Z")
        let before = try timeline([old]).tasks.map(\.identifier)
        #expect(try timeline([old, new]).tasks.map(\.identifier).contains(before[0]))
    }

    @Test func whatExpiresInTheLastSecondOfADayStopsOnThatDay() throws {
        let timeline = try timeline([leaf("mail.contoso.com", until: "20260801235959Z")])
        let only = try #require(timeline.certificates.first)
        #expect(only.stop?.time == (try .day("2026-08-02")))
        #expect(only.stop?.day == "2026-08-01")
        #expect(only.entries.map(\.day) == ["2026-08-01"])
        #expect(timeline.tasks.map(\.due.date) == ["2026-08-01"])
    }
}
