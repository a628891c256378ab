import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// What an audit says of certificates that end within 24 hours; the fixture's time is 2026-04-11, midnight.
struct ShortLivedRecommendationTests {
    private func fixture(_ ends: String...) -> ReportFixture {
        var fixture = ReportFixture()
        fixture.inputs = ends.map { end in
            let leaf = fixture.root.issue("mail.contoso.com") {
                $0.key = .kept(.rsa(2_048))
                $0.notAfter = end
            }
            return .octets(leaf.der, name: "in/\(end).cer")
        }
        return fixture
    }

    @Test(arguments: [["20260411143000Z"], ["20260411143000Z", "20260411020000Z"]])
    func saysFirstWhenTheOnlyOnesEnd(_ ends: [String]) throws {
        let fixture = ends.count == 1 ? fixture(ends[0]) : fixture(ends[0], ends[1])
        let lines = try fixture.text(width: 200).split(separator: "\n", omittingEmptySubsequences: false)
        let blank = try #require(lines.firstIndex(of: ""))
        #expect(lines[blank + 1].hasPrefix("ENDS at 14:30 UTC on 2026-04-11, 14 hours left. No usable"))
        #expect(lines[blank + 2].hasPrefix("BIND  20260411143000Z.cer"))
        let quiet = try fixture.text { $0.isQuiet = true }
        #expect(quiet.hasPrefix("ENDS at 14:30 UTC on 2026-04-11, 14 hours left\nBIND "))
        let answer = try #require(try fixture.json()["recommendation"] as? [String: Any])
        #expect(answer["endsWithin24Hours"] as? Bool == true)
        #expect(answer["worksUntil"] as? String == "2026-04-11T14:30:00Z")
        #expect(answer["passedOver"] is NSNull)
    }

    @Test func prefersOneThatLastsAndSaysSo() throws {
        var fixture = fixture("20260412000000Z")
        // Nothing else speaks for this one: it has lost points for its name.
        let lasting = fixture.root.issue("*.contoso.com") { $0.notAfter = "20260413000000Z" }
        fixture.inputs.append(.octets(lasting.der, name: "in/lasting.cer"))
        let text = try fixture.text(width: 200)
        #expect(text.contains("\nBIND  lasting.cer\n"))
        #expect(!text.contains("\nENDS "))
        let words = "20260412000000Z.cer is usable, too, but ends at 00:00 UTC on 2026-04-12, 24 hours left"
        #expect(text.contains("  not taken  \(words)\n"))
        #expect(try fixture.text { $0.isQuiet = true }.contains("NOT TAKEN \(words)\n"))
        let answer = try #require(try fixture.json()["recommendation"] as? [String: Any])
        #expect(answer["endsWithin24Hours"] as? Bool == false)
        let other = try #require(answer["passedOver"] as? [String: Any])
        #expect(other["worksUntil"] as? String == "2026-04-12T00:00:00Z")
    }

    @Test func countsAnIssuerThatEndsFirst() throws {
        var fixture = ReportFixture()
        let issuing = fixture.root.authority("Issuing") { $0.notAfter = "20260411090000Z" }
        let leaf = issuing.issue("mail.contoso.com")
        fixture.inputs = [.octets(leaf.der, name: "in/leaf.cer"), .octets(issuing.der, name: "in/ca.cer")]
        let text = try fixture.text(width: 200)
        #expect(
            text.contains("\nENDS at 09:00 UTC on 2026-04-11, 9 hours left, with its issuer \"Issuing\". ")
        )
    }

    @Test func saysNothingOfOneThatLastsForASecondMore() throws {
        let text = try fixture("20260412000001Z").text(width: 200)
        #expect(!text.contains("ENDS"))
        #expect(text.contains("until 00:00 UTC on 2026-04-12, 24 hours left"))
    }
}
