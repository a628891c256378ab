import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsDomainCapabilitiesMissingTests {
    private let rule = TlsDomainCapabilitiesMissing()

    @Test func passesAReceivingServerThatHasThem() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.tlsDomainCapabilities = .notExported }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAReceivingServerWithoutThem() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.tlsDomainCapabilities = .empty }
        let found = try fixture.findings(rule)
        #expect(found.map(\.concerns) == [[.server("EX01.contoso.local")]])
        #expect(found.first?.severity == .warning)
    }

    @Test func passesServersThatDoNotReceive() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        fixture.inventory.hybridConfiguration?.receivingTransportServers = .value(["EX01"])
        fixture.inventory.receiveConnectors[1].tlsDomainCapabilities = .empty
        #expect(try fixture.findings(rule).isEmpty)
        fixture.inventory.hybridConfiguration?.receivingTransportServers = .notExported
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsEveryServerWhereNoneHasThemAndNobodySaysWhichReceive() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.tlsDomainCapabilities = .value([]) }
        fixture.inventory.hybridConfiguration?.receivingTransportServers = .empty
        #expect(try fixture.findings(rule).count == 1)
    }
}
