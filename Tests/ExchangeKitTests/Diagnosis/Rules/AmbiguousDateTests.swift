import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct AmbiguousDateTests {
    private let rule = AmbiguousDate()

    private func fixture() throws -> SituationFixture {
        var fixture = try SituationFixture()
        let readings = ["2026-02-12T13:43:23Z", "2026-12-02T13:43:23Z"].compactMap { Instant(rfc3339: $0) }
        fixture.inventory.certificates[0].certificate = nil
        fixture.inventory.certificates[0].domains = ["mail.contoso.com", "autodiscover.contoso.com"]
        fixture.inventory.certificates[0].reportedNotBefore = ReportedTime(
            text: "12/02/2026 1:43:23 PM",
            readings: readings,
            hasZone: false
        )
        return fixture
    }

    @Test func passesDatesOfTheCertificateItself() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func passesOverCertificatesThatNothingRestsOn() throws {
        var fixture = try fixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=old.contoso.com") }
        fixture.changeReceive { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=old.contoso.com") }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func notesADateThatCanBeReadInTwoWays() throws {
        let fixture = try fixture()
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .note)
        #expect(found[0].message.contains("\"12/02/2026 1:43:23 PM\" may be 2026-02-12 or 2026-12-02"))
        #expect(found[0].concerns == [.certificate(fixture.mail.thumbprint)])
    }
}
