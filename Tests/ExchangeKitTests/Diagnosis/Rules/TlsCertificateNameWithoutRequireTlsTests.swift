import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsCertificateNameWithoutRequireTlsTests {
    private let rule = TlsCertificateNameWithoutRequireTls()

    @Test func passesAConnectorThatRequiresTls() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.requireTLS = nil }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameWithoutRequireTls() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.requireTLS = false }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.first?.commands == [
                "Set-SendConnector -Identity 'Outbound to Office 365' -RequireTLS $true"
            ]
        )
    }
}
