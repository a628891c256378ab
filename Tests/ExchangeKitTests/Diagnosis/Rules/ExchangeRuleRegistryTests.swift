import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// What all rules of the diagnosis owe together.
struct ExchangeRuleRegistryTests {
    @Test func findsNothingInASoundOrganization() throws {
        let found = try SituationFixture().diagnosis().findings
        #expect(found.isEmpty, "\(found.map { "\($0.rule): \($0.message)" })")
    }

    @Test func findsNothingWhereNothingWasExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory = ExchangeInventory()
        #expect(try fixture.diagnosis().findings.isEmpty)
    }

    @Test func staysSilentWhereOnlyNamesWereExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.sendConnectors = [SendConnector(name: "Outbound", place: SituationFixture.place)]
        fixture.inventory.receiveConnectors = [
            ReceiveConnector(identity: "EX01\\Default", place: SituationFixture.place)
        ]
        fixture.inventory.inboundConnectors = [InboundConnector(name: "In", place: SituationFixture.place)]
        fixture.inventory.outboundConnectors = [OutboundConnector(name: "Out", place: SituationFixture.place)]
        fixture.inventory.hybridConfiguration = HybridConfiguration(place: SituationFixture.place)
        fixture.inventory.transportServers = [TransportServer(name: "EX01", place: SituationFixture.place)]
        let found = try fixture.diagnosis().findings
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func passesOverConnectorsThatAreSwitchedOff() throws {
        var fixture = try SituationFixture()
        fixture.changeSend {
            $0.isEnabled = false
            $0.tlsCertificateName = .value("<I>CN=Nobody<S>CN=nothing")
            $0.requireTLS = false
        }
        fixture.changeReceive {
            $0.isEnabled = false
            $0.tlsCertificateName = .value("nothing")
        }
        let rules = Set(try fixture.diagnosis().findings.map(\.rule))
        #expect(rules.isEmpty, "\(rules)")
    }

    @Test func putsTheGravestFirst() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.restrictDomainsToCertificate = true }
        fixture.changeSend {
            $0.cloudServicesMailEnabled = false
            $0.tlsCertificateName = .value("nothing")
        }
        let severities = try fixture.diagnosis().findings.map(\.severity)
        #expect(severities.count > 2)
        #expect(severities == severities.sorted(by: >))
    }

    @Test func metadataIsWrittenLikeThatOfOtherRules() {
        for rule in ExchangeRuleRegistry.documentation {
            #expect(rule.remedy.first?.isLowercase == true, "\(rule.id)")
            #expect(!rule.remedy.hasSuffix("."), "\(rule.id)")
            #expect(!rule.title.hasSuffix("."), "\(rule.id)")
            #expect(!rule.remedy.contains("-Force"), "\(rule.id)")
            #expect(rule.rationale.hasSuffix("."), "\(rule.id)")
            #expect(!rule.citations.isEmpty, "\(rule.id)")
        }
    }
}
