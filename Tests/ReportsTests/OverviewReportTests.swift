import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// What an audit says that was asked about no name.
struct OverviewReportTests {
    private func fixture() -> ReportFixture {
        var fixture = ReportFixture.typical()
        fixture.domains = []
        return fixture
    }

    @Test func recommendsNothingAndTypesNoCommand() throws {
        for text in [try fixture().text(), try fixture().text { $0.isQuiet = true }] {
            for word in ["BIND", "Enable-ExchangeCertificate", "Set-SendConnector"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
        #expect(
            try fixture().text().contains("No certificate is recommended, because no name was asked about.")
        )
    }

    @Test func countsWhatIsFitWhenItEndsWhoIssuedItAndWhatIsWrong() throws {
        let text = try fixture().text(width: 120)
        #expect(text.contains("INVENTORY  1 of 3 server certificates is fit for SMTP, 2 not.\n"))
        #expect(text.contains("\n        1  have expired\n        2  2027-01, 1 fit\n"))
        #expect(text.contains("\n        2  CN=Alpha CA 1, 1 fit\n"))
        #expect(text.contains("\n        1  certificate-expired: The certificate has expired\n"))
        let quiet = try fixture().text { $0.isQuiet = true }
        #expect(quiet == "INVENTORY 1 of 3 server certificates is fit for SMTP, 2 not.\n")
    }

    @Test func countsOneCertificateInTheSingular() throws {
        var fixture = ReportFixture()
        fixture.domains = []
        let alone = Forge.selfSigned("mail.contoso.com")
        fixture.inputs = [.octets(alone.der, name: "in/alone.cer")]
        let text = try fixture.text()
        #expect(text.contains("INVENTORY  0 of 1 server certificate is fit for SMTP, 1 not.\n"))
    }

    @Test func tellsTheSameInJSONAndInTheLastLine() throws {
        let last = try #require(try fixture().lines().last)
        for document in [try fixture().json(), last] {
            #expect(document["recommendation"] is NSNull)
            let overview = try #require(document["overview"] as? [String: Any])
            #expect(overview["fit"] as? Int == 1)
            #expect(overview["expired"] as? Int == 1)
            let months = try #require(overview["expiringByMonth"] as? [[String: Any]])
            #expect(months.map { $0["month"] as? String } == ["2027-01"])
            #expect(months.map { $0["certificates"] as? Int } == [2])
            #expect(months.map { $0["fit"] as? Int } == [1])
            let issuers = try #require(overview["issuers"] as? [[String: Any]])
            #expect(issuers.map { $0["certificates"] as? Int } == [2, 1])
            #expect(issuers.first?["issuer"] as? String == "CN=Alpha CA 1")
            let causes = try #require(overview["causes"] as? [[String: Any]])
            #expect(
                causes.contains {
                    $0["rule"] as? String == "certificate-expired" && $0["severity"] as? String == "error"
                        && $0["certificates"] as? Int == 1
                }
            )
        }
    }

    @Test func isLeftOutWhereANameWasAskedAbout() throws {
        let document = try ReportFixture.typical().json()
        #expect(document["overview"] is NSNull)
        #expect(document["recommendation"] is [String: Any])
    }

    @Test func saysWhyNothingWasJudged() throws {
        var fixture = ReportFixture()
        fixture.domains = []
        #expect(try fixture.text().contains("INVENTORY  no file was found.\n"))
    }

    @Test func countsTheSameWhateverTheNumberOfThreads() throws {
        let (first, second) = (Forge.authority("A"), Forge.authority("B"))
        let key = ForgedKey.fresh(.p256)
        let inputs = (0..<200).map { number in
            AuditInput.octets(
                (number % 3 == 0 ? first : second).issue("n\(number).contoso.com") { $0.key = key }.der,
                name: "\(number).cer"
            )
        }
        let overviews = try [1, 4].map { width in
            let audit = Audit(
                trust: .anchors(PrivateAnchors([try first.certificate])),
                time: Instant(seconds: 1_780_272_000),
                options: Audit.Options(
                    width: width
                )
            )
            var collection = AuditCollection()
            return try audit.run(inputs, names: [], observer: &collection).overview
        }
        #expect(overviews[0]?.fit == 67)
        #expect(overviews[0]?.issuers.map(\.certificates) == [133, 67])
        #expect(overviews[0] == overviews[1])
    }
}
