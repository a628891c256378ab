import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct SeveralCertificatesMatchTests {
    private let rule = SeveralCertificatesMatch()

    private func twoPublicOnes() throws -> SituationFixture {
        var fixture = try SituationFixture()
        let newer = fixture.root.issue("*.contoso.com") {
            $0.key = .kept(.rsa(2_048))
            $0.notBefore = "20260301000000Z"
        }
        try fixture.install(newer)
        return fixture
    }

    @Test func isSilentWhereTheConnectorNamesItsCertificate() throws {
        #expect(try twoPublicOnes().findings(rule).isEmpty)
    }

    @Test func isSilentWhereOneCertificateCoversTheName() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func leavesAnUntrustedWinnerToItsOwnRule() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        try fixture.installInternal()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func warnsOfSeveralThatMatch() throws {
        var fixture = try twoPublicOnes()
        fixture.unpin()
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].severity == .warning)
        #expect(found[0].message.contains("2 cover mail.contoso.com"))
        #expect(
            found[0].message.contains(
                "presented is likely to be \(fixture.inventory.certificates[2].thumbprint)"
            )
        )
        #expect(found[1].message.contains("presented is \(fixture.inventory.certificates[2].thumbprint)"))
        #expect(
            found[0].commands.contains {
                $0.contains("Get-ExchangeCertificate -DomainName 'mail.contoso.com'")
            }
        )
    }

    @Test func saysWhereItCannotBeTold() throws {
        var fixture = try twoPublicOnes()
        fixture.unpin()
        fixture.inventory.certificates[2].services = nil
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("which one is presented cannot be told") == true)
    }
}
