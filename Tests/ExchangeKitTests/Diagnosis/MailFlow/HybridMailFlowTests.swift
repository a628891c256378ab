import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// Which connectors Exchange Online meets; a stale name in one that it does not meet stops nothing.
@Suite("The hybrid mail flow")
struct HybridMailFlowTests {
    private static let stale = "<I>CN=Old CA<S>CN=gone.contoso.com"
    private static let service = [
        "40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "52.238.78.88", "104.47.0.0/17",
        "2a01:111:f400::/48", "2a01:111:f403::/48",
    ]

    private func fixture(_ change: (inout ReceiveConnector) -> Void) throws -> SituationFixture {
        var fixture = try SituationFixture()
        fixture.changeReceive {
            $0.tlsCertificateName = .value(Self.stale)
            change(&$0)
        }
        return fixture
    }

    private func receiving(_ fixture: SituationFixture) throws -> (ConnectorOutcome, [ExchangeFinding]) {
        let diagnosis = try fixture.diagnosis()
        let outcome = try #require(diagnosis.situation.inbound.first).outcome
        return (outcome, diagnosis.findings.filter { $0.severity == .error })
    }

    @Test func stopsWhereExchangeOnlineMeetsTheConnector() throws {
        let (outcome, errors) = try receiving(try fixture { _ in })
        #expect(outcome.isStops)
        #expect(errors.map(\.rule) == ["tls-certificate-name-dangling"])
    }

    @Test(arguments: [["0.0.0.0:587", "[::]:587"], ["127.0.0.1:25", "[::1]:25"]])
    func meetsNoConnectorThatListensElsewhere(_ bindings: [String]) throws {
        let (outcome, errors) = try receiving(try fixture { $0.bindings = .value(bindings) })
        #expect(outcome == .notConcerned)
        #expect(errors.isEmpty)
    }

    @Test(arguments: [["10.0.0.0/8"], ["192.0.2.7", "fe80::/10"]])
    func meetsNoConnectorForOtherAddresses(_ ranges: [String]) throws {
        let (outcome, errors) = try receiving(try fixture { $0.remoteIPRanges = .value(ranges) })
        #expect(outcome == .notConcerned)
        #expect(errors.isEmpty)
    }

    @Test func takesNoAddressOfASovereignCloudForAnother() throws {
        var fixture = try fixture {
            $0.remoteIPRanges = .value(["20.35.208.0/20"])
        }
        fixture.changeSend { $0.smartHosts = .value(["contoso-com.mail.protection.office365.us"]) }
        #expect(try receiving(fixture).0.isStops)
        fixture.changeReceive { $0.remoteIPRanges = .value(["10.0.0.0/8"]) }
        #expect(try receiving(fixture).0 == .notConcerned)
    }

    @Test(arguments: ["Client Frontend", "Client Proxy", "Outbound Proxy Frontend", "Default"])
    func knowsExchangesOwnConnectorsByName(_ name: String) throws {
        var fixture = try fixture { $0.bindings = .notExported }
        var connector = ReceiveConnector(identity: "EX01\\\(name) EX01", place: SituationFixture.place)
        let known = fixture.inventory.receiveConnectors[0]
        (connector.server, connector.isEnabled, connector.fqdn) = (known.server, true, known.fqdn)
        connector.tlsCertificateName = known.tlsCertificateName
        connector.authMechanism = known.authMechanism
        connector.tlsDomainCapabilities = known.tlsDomainCapabilities
        fixture.inventory.receiveConnectors = [connector]
        #expect(try receiving(fixture).0 == .notConcerned)
    }

    @Test func meetsTheConnectorWithTheNarrowerRange() throws {
        var fixture = try fixture { _ in }
        var narrow = SituationFixture.frontEnd(on: "EX01", naming: fixture.mailName)
        narrow.identity = "EX01\\Inbound from Office 365"
        narrow.remoteIPRanges = .value(Self.service)
        narrow.tlsDomainCapabilities = .empty
        fixture.inventory.receiveConnectors.append(narrow)
        let situation = try fixture.diagnosis().situation
        #expect(situation.inbound.map(\.outcome.word) == ["not-concerned", "works"])
        // Off, it takes nothing, and so the wider one is met.
        fixture.inventory.receiveConnectors[1].isEnabled = false
        #expect(try fixture.diagnosis().situation.inbound.map(\.outcome.word) == ["stops", "disabled"])
        // With a part of the addresses it takes a part of the mail.
        fixture.inventory.receiveConnectors[1].isEnabled = true
        fixture.inventory.receiveConnectors[1].remoteIPRanges = .value(["40.92.0.0/15"])
        #expect(try fixture.diagnosis().situation.inbound.map(\.outcome.word) == ["stops", "works"])
    }

    @Test func leavesServersAloneThatTheHybridConfigurationDoesNotName() throws {
        var fixture = try SituationFixture()
        fixture.inventory.receiveConnectors.append(SituationFixture.frontEnd(on: "EX02", naming: Self.stale))
        try fixture.install(fixture.root.issue("www.contoso.com"), on: "EX02")
        fixture.changeSend { $0.sourceTransportServers = .notExported }
        fixture.inventory.hybridConfiguration?.sendingTransportServers = .value(["EX01"])
        let diagnosis = try fixture.diagnosis()
        #expect(diagnosis.situation.outbound.map(\.server) == ["EX01.contoso.local"])
        #expect(diagnosis.situation.inbound.map(\.outcome.word) == ["works", "not-concerned"])
        #expect(diagnosis.count(.error) == 0)
    }

    @Test func sendsByTheConnectorOfTheLowestCost() throws {
        var fixture = try SituationFixture()
        var dear = fixture.inventory.sendConnectors[0]
        dear.name = "Outbound to Office 365, old"
        dear.addressSpaces = .value(["smtp:contoso.mail.onmicrosoft.com;10"])
        dear.tlsCertificateName = .value(Self.stale)
        fixture.inventory.sendConnectors.append(dear)
        let diagnosis = try fixture.diagnosis()
        #expect(diagnosis.situation.outbound.map(\.outcome.word) == ["works", "not-concerned"])
        #expect(diagnosis.count(.error) == 0)
        fixture.changeSend { $0.isEnabled = false }
        #expect(try fixture.diagnosis().situation.outbound.map(\.outcome.word) == ["disabled", "stops"])
    }
}
