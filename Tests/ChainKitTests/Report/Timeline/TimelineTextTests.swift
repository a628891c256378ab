import TestSupport
import Testing

@testable import ChainKit

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
