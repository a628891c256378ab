import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ConnectorDiffersFromHybridConfigurationTests {
    private let rule = ConnectorDiffersFromHybridConfiguration()

    @Test func passesConnectorsInLine() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = $0.tlsCertificateName.map { $0.uppercased() } }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAnotherName() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=mail.contoso.com") }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("names <I>CN=Old CA<S>CN=mail.contoso.com") == true)
    }

    @Test func flagsAConnectorThatNamesNone() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.tlsCertificateName = .empty }
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("names no certificate") == true)
    }
}
