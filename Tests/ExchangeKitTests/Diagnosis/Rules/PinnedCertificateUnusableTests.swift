import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PinnedCertificateUnusableTests {
    private let rule = PinnedCertificateUnusable()

    @Test func passesACertificateThatIsUsed() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func flagsACertificateThatTheServerCallsInvalid() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].status = .invalid
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].certainty == .stated)
        #expect(found[0].message.contains("Exchange gives its Status as Invalid"))
        #expect(found[0].expectedError?.hasPrefix("454 4.7.5") == true)
        #expect(found[1].expectedError?.contains("event 12014") == true)
    }

    @Test func leavesACertificateWithoutItsKeyToAnotherRule() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].hasPrivateKey = false
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func installsNoIntermediatesForARevokedCertificate() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].status = .revoked
        let found = try fixture.findings(rule)
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.commands.isEmpty })
    }
}
