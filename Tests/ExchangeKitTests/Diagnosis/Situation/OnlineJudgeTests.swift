import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct OnlineJudgeTests {
    @Test func asksTheCertificateAndNotTheServerThatHasIt() throws {
        var fixture = try SituationFixture()
        let leaf = fixture.root.issue("relay.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let installed = try fixture.install(leaf, services: [.pop]) {
            $0.hasPrivateKey = false
            $0.status = .dateInvalid
        }
        let situation = try fixture.diagnosis().situation
        let judgements = situation.judgements
        let record = try #require(judgements.record(of: installed))
        #expect(record.verdict == .ineligible)
        #expect(
            Set(record.findings.map(\.rule)).isSuperset(of: [
                "private-key-missing", "exchange-status-invalid",
            ])
        )
        let judge = OnlineJudge(judgements: judgements, names: situation.onlineNames)
        #expect(judge.acceptance(of: installed, as: .client) == .accepted(.documented))
    }
}
