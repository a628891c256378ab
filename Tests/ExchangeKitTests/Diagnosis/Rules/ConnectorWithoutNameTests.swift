import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ConnectorWithoutNameTests {
    private let rule = ConnectorWithoutName()

    private func fixture() throws -> SituationFixture {
        var fixture = try SituationFixture()
        fixture.changeSend {
            $0.fqdn = .empty
            $0.tlsCertificateName = .empty
        }
        return fixture
    }

    @Test func passesAConnectorWithEither() throws {
        var fixture = try SituationFixture()
        #expect(try fixture.findings(rule).isEmpty)
        fixture.unpin()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAnInternalServerName() throws {
        let fixture = try fixture()
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.message.contains("EX01.contoso.local decides") == true)
        #expect(found.first?.message.contains("no public CA can vouch") == true)
        #expect(found.first?.commands.contains { $0.contains(fixture.mail.thumbprint) } == true)
    }

    @Test func warnsWhereTheServersNameIsPublic() throws {
        var fixture = try fixture()
        fixture.inventory.servers[0].fqdn = .value("ex01.contoso.com")
        #expect(try fixture.findings(rule).map(\.severity) == [.warning])
    }

    @Test func warnsWhereTheServersNameIsNotKnown() throws {
        var fixture = try fixture()
        fixture.inventory.servers = []
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("the server's own name decides") == true)
    }
}
