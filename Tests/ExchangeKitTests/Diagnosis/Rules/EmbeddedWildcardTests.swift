import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct EmbeddedWildcardTests {
    private let rule = EmbeddedWildcard()

    @Test func passesALeadingWildcard() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test(arguments: ["mail.*.contoso.com", "*.*.contoso.com", "*mail.contoso.com", "*"])
    func flagsAWildcardWithin(_ name: String) throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value(name) }
        fixture.changeOutbound { $0.tlsDomain = .value(name) }
        fixture.changeSend { $0.tlsDomain = .value(name) }
        let found = try fixture.findings(rule)
        #expect(
            found.map(\.concerns) == [
                [.inboundConnector("Inbound from contoso")], [.outboundConnector("Outbound to contoso")],
                [.sendConnector("Outbound to Office 365", server: nil)],
            ]
        )
    }
}
