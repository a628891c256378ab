import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsSenderCertificateNameTooWideTests {
    private let rule = TlsSenderCertificateNameTooWide()

    @Test func passesALoneWildcard() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func flagsAWildcardOverAnotherConnectorsName() throws {
        var fixture = try SituationFixture()
        var other = InboundConnector(name: "Scanner", place: SituationFixture.place)
        other.connectorType = "Partner"
        other.tlsSenderCertificateName = .value("scan.contoso.com")
        fixture.inventory.inboundConnectors.append(other)
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("\"Scanner\" (scan.contoso.com) is meant for"))
        #expect(
            found[0].concerns == [.inboundConnector("Inbound from contoso"), .inboundConnector("Scanner")]
        )
    }

    @Test func flagsAWildcardOverAPublicSuffix() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value("*.co.uk") }
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("anybody can register names below co.uk") == true)
    }
}
