import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

struct TimelineTextTests {
    private func page(width: Int, _ fixture: TimelineFixture) throws -> String {
        let report = TimelineReport(
            inputs: ["certs"],
            trust: "your anchors",
            leadDays: 14,
            timeline: try fixture.timeline()
        )
        let style = TextStyle(isColoured: false, width: width)
        return TimelineText(toolVersion: "0", style: style).page(report)
    }

    @Test(arguments: [40, 60, 80, 120])
    func keepsToTheWidth(_ width: Int) throws {
        let root = Forge.authority("A Root With A Name That Is Far Too Long For Its Place")
        let text = try page(
            width: width,
            TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        )
        let chart = text.split(separator: "\n").filter { $0.hasPrefix("  leaf") || $0.hasPrefix("  root") }
        #expect(chart.count == 2)
        #expect(chart.allSatisfy { $0.count <= width && $0.count > width - 4 })
        #expect(chart.last?.contains("~") == true)
        #expect(!text.contains("\u{1b}"))
    }

    @Test func saysFirstWhenWhatStopsAndWhy() throws {
        let root = Forge.authority("Root")
        let text = try page(
            width: 100,
            TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        )
        #expect(
            text.contains(
                "\n\nSTOPS 2027-01-01  in 214 days: mail.contoso.com, because the certificate expires on 2027-01-01\n"
            )
        )
        #expect(text.contains("\n  2026-12-18  Renew the certificate of mail.contoso.com"))
    }

    @Test func answersForTheNameFirst() throws {
        let root = Forge.authority("Root")
        let old = root.issue("mail.contoso.com") { $0.notAfter = "20260801120000Z" }
        let new = root.issue("mail.contoso.com") { $0.notBefore = "20260701000000Z" }
        let text = try page(width: 200, TimelineFixture(anchors: [root], files: [old, new]))
        let (first, second) = (try old.certificate.thumbprint, try new.certificate.thumbprint)
        let answer = "mail.contoso.com works until 2027-01-01, in 214 days"
        let steps = "with \(first.hexadecimal) until 2026-08-01, then \(second.hexadecimal) until 2027-01-01"
        #expect(text.contains("\n\nWORKS    \(answer)\n         \(steps)\n\nSTOPS 2026-08-01  in 61 days: "))
        #expect(text.contains("; its renewal \(second.hexadecimal) is here and works until 2027-01-01\n"))
    }

    @Test func tellsTheTimeOfDayOfWhatEndsWithinTwoDays() throws {
        let root = Forge.authority("Root")
        let leaf = root.issue("mail.contoso.com") { $0.notAfter = "20260602093000Z" }
        let text = try page(width: 200, TimelineFixture(anchors: [root], files: [leaf]))
        #expect(text.contains("mail.contoso.com works until 2026-06-02, at 09:30 UTC, in 33 hours\n"))
        #expect(text.contains("\nSTOPS 2026-06-02  at 09:30 UTC, in 33 hours: mail.contoso.com, because"))
    }

    @Test func fitsTheAnswerOfManyOnTheFirstScreenAndNamesEveryEnd() throws {
        let root = Forge.authority("Root")
        let issuing = root.authority("Issuing") { $0.notAfter = "20261101000000Z" }
        let key = ForgedKey.fresh(.p256)
        let files = (0..<60).map { number in
            (number == 59 ? issuing : root).issue("n\(number).contoso.com") {
                $0.key = key
                $0.notAfter = "2026\(number < 30 ? "11" : "12")\(10 + number % 20)000000Z"
            }
        }
        var fixture = TimelineFixture(anchors: [root], files: files + [issuing])
        fixture.domain = nil
        fixture.mostJudgements = 0
        let text = try page(width: 92, fixture)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1].hasPrefix("LEFT OUT 1 change of certification paths from 2026-11-01 on was"))
        let screen = lines.prefix(32).joined(separator: "\n")
        #expect(screen.contains("and 52 more names"))
        #expect(screen.contains("and 52 more certificates, by the month of the end: 2026-11 22, 2026-12 30"))
        #expect(text.contains("EVERY OTHER END, 40 certificates\n"))
        for file in files { #expect(text.contains(try file.certificate.thumbprint.hexadecimal)) }
    }

    @Test func saysThatNothingWorks() throws {
        let root = Forge.authority("Root")
        let expired = root.issue("mail.contoso.com") { $0.notAfter = "20260301000000Z" }
        let text = try page(width: 80, TimelineFixture(anchors: [root], files: [expired]))
        #expect(text.contains("\nSTOPPED  no certificate here works\n"))
        #expect(text.contains("DOES NOT WORK"))
        let none = try page(width: 80, TimelineFixture(anchors: [root], files: []))
        #expect(none.contains("no certificate that a server may present is here"))
    }

    @Test func drawsAnIssuerOfSeveralCertificatesOnce() throws {
        let root = Forge.authority("Root")
        let files = [root.issue("mail.contoso.com"), root.issue("mail.contoso.com")]
        let text = try page(width: 80, TimelineFixture(anchors: [root], files: files))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("  root  Root") } == 1)
    }

    @Test func drawsHowLongANewOneMayLive() throws {
        let report = TimelineReport(
            inputs: ["certs"],
            trust: "the list",
            leadDays: 14,
            timeline: try .ofAPublicCertificate()
        )
        let text = TimelineText(toolVersion: "0", style: .plain).page(report)
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("  a new one may have") })
        #expect(row.contains("|200 days") && row.contains("|100 days"))
    }
}
