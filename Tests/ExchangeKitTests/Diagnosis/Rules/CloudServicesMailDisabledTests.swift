import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct CloudServicesMailDisabledTests {
    private let rule = CloudServicesMailDisabled()

    @Test func passesAConnectorThatKeepsHeaders() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func passesAConnectorThatSendsElsewhere() throws {
        var fixture = try SituationFixture()
        fixture.changeSend {
            $0.cloudServicesMailEnabled = false
            $0.tlsDomain = .empty
            $0.addressSpaces = .value(["smtp:*;1"])
        }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func warnsOfAConnectorToExchangeOnlineWithoutIt() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.cloudServicesMailEnabled = false }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("its TlsDomain is mail.protection.outlook.com") == true)
        #expect(found.first?.commands.first?.hasSuffix("-CloudServicesMailEnabled $true") == true)
    }
}
