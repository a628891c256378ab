import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct InternalTransportCertificateUnusableTests {
    private let rule = InternalTransportCertificateUnusable()

    private func findings(_ thumbprint: Setting<String>) throws -> [ExchangeFinding] {
        var fixture = try SituationFixture()
        fixture.inventory.transportServers[0].internalTransportCertificateThumbprint = thumbprint
        return try fixture.findings(rule)
    }

    @Test func passesACertificateThatIsThere() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
        #expect(try findings(.notExported).isEmpty)
    }

    @Test func warnsWhereNoneIsSet() throws {
        let found = try findings(.empty)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.expectedError?.contains("12012") == true)
    }

    @Test func flagsOneThatIsNotThere() throws {
        let found = try findings(.value(String(repeating: "0", count: 40)))
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.expectedError?.contains("12013") == true)
        #expect(found.first?.message.contains("not among the 2 certificates exported") == true)
    }

    @Test func concludesNothingWithoutAnyCertificateExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates = []
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func saysThatTheSourcesDifferAboutAnExpiredOne() throws {
        var fixture = try SituationFixture()
        fixture.time = "2027-03-01"
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.certainty == .unknown)
        #expect(found.first?.message.contains("HealthChecker marks it red") == true)
        #expect(found.first?.expectedError == "event 12015")
    }

    @Test func neverSpeaksOfWhatExchangeOnlineAnswers() throws {
        for thumbprint: Setting<String> in [.empty, .value(String(repeating: "0", count: 40))] {
            for found in try findings(thumbprint) {
                #expect(!found.message.contains("UntrustedRoot"))
                #expect(found.expectedError?.contains("UntrustedRoot") == false)
            }
        }
    }
}
