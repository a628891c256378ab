import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct HybridMailWithoutRequireTlsTests {
    private let rule = HybridMailWithoutRequireTls()

    @Test func passesAConnectorThatRequiresTls() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func leavesAConnectorThatNamesACertificateToItsOwnRule() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.requireTLS = false }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func warnsOfAConnectorThatDoesNotRequireTls() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        fixture.changeSend { $0.requireTLS = false }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.commands.first?.hasSuffix("-RequireTLS $true") == true)
    }

    @Test func flagsAConnectorThatIgnoresStartTls() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.ignoreSTARTTLS = true }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.commands.first?.contains("-IgnoreSTARTTLS $false") == true)
    }
}
