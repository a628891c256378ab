import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ReceiveConnectorWithoutTlsTests {
    private let rule = ReceiveConnectorWithoutTls()

    @Test func passesAConnectorWithTls() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.authMechanism = .notExported }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAConnectorWithoutTls() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.authMechanism = .value(["Integrated", "ExchangeServer"]) }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("holds Integrated, ExchangeServer and not Tls"))
        #expect(
            found[0].commands == [
                """
                Set-ReceiveConnector -Identity 'EX01\\Default Frontend EX01' -AuthMechanism \
                'Tls','Integrated','ExchangeServer'
                """
            ]
        )
    }

    @Test func flagsAConnectorWithoutAnyMechanism() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.authMechanism = .empty }
        #expect(try fixture.findings(rule).first?.message.contains("holds nothing and not Tls") == true)
    }
}
