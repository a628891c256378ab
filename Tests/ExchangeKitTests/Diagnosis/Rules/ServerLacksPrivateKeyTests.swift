import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ServerLacksPrivateKeyTests {
    private let rule = ServerLacksPrivateKey()

    @Test func passesACertificateWithItsKey() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].hasPrivateKey = nil
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test(arguments: [true, false]) func saysThatTheCertificateIsThereAndItsKeyIsNot(isPinned: Bool) throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].hasPrivateKey = false
        if !isPinned { fixture.unpin() }
        let diagnosis = try fixture.diagnosis()
        let errors = diagnosis.findings.filter { $0.severity == .error }
        #expect(errors.map(\.rule) == ["server-lacks-private-key", "server-lacks-private-key"])
        let found = try #require(errors.first)
        #expect(found.message.contains("is on EX01 without its private key"))
        #expect(found.expectedError?.contains("NoCredentials") == true)
        #expect(found.commands.first == "certutil -repairstore 'my' '\(fixture.mail.thumbprint)'")
        #expect(found.commands.contains { $0.hasPrefix("Import-ExchangeCertificate -Server 'EX01'") })
        #expect(!found.commands.contains { $0.contains("-TlsCertificateName") })
        #expect(errors.last?.expectedError?.contains("event 12014") == true)
        for connector in diagnosis.situation.connectors {
            guard case .none(let reason) = connector.choice.outcome else {
                Issue.record("something is presented")
                continue
            }
            #expect(reason.contains("without its private key"))
            #expect(!reason.contains("could not be found"))
        }
    }

    @Test func restoresNoKeyOfACertificateThatExchangeOnlineRefuses() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates.removeFirst()
        let inner = try fixture.installInternal()
        fixture.inventory.certificates[1].hasPrivateKey = false
        let name = SituationFixture.name(of: inner)
        fixture.changeSend { $0.tlsCertificateName = .value(name) }
        let found = try #require(try fixture.findings(rule).first)
        #expect(found.remedies.isEmpty)
    }
}
