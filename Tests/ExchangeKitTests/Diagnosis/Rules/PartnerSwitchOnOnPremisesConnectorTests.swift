import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PartnerSwitchOnOnPremisesConnectorTests {
    private let rule = PartnerSwitchOnOnPremisesConnector()

    @Test func passesWhatTheWizardSets() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.requireTls = true }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func passesAConnectorForPartners() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound {
            $0.connectorType = "Partner"
            $0.restrictDomainsToCertificate = true
        }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func notesSwitchesWithoutEffect() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound {
            $0.restrictDomainsToCertificate = true
            $0.restrictDomainsToIPAddresses = true
        }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.note])
        #expect(
            found.first?.message.contains("RestrictDomainsToCertificate and RestrictDomainsToIPAddresses")
                == true
        )
    }
}
