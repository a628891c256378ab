import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PresentedCertificateRefusedTests {
    private let rule = PresentedCertificateRefused()

    @Test func passesAPublicCertificate() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func leavesTheCaseOfTwoCertificatesToItsOwnRule() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        try fixture.installInternal()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAnInternalCertificateThatIsNamed() throws {
        var fixture = try SituationFixture()
        let internalOne = try fixture.installInternal()
        fixture.changeSend { $0.tlsCertificateName = .value(SituationFixture.name(of: internalOne)) }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains(internalOne.thumbprint))
        #expect(found[0].message.contains("Exchange Online"))
        #expect(found[0].commands.contains { $0.contains(fixture.mail.thumbprint) })
    }

    @Test func flagsAnExpiredCertificate() throws {
        var fixture = try SituationFixture()
        fixture.time = "2027-03-01"
        let found = try fixture.findings(rule)
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.message.contains("certificate-expired") })
        #expect(found[0].remedies.contains { $0.goal.hasPrefix("Get a certificate of a public CA") })
    }

    @Test func flagsTheServersOwnCertificate() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive {
            $0.tlsCertificateName = .empty
            $0.fqdn = .value("EX01")
        }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("self-signed-certificate"))
        #expect(found[0].certainty == .documented)
        #expect(found[0].expectedError?.contains("UntrustedRoot") == true)
    }

    @Test func installsIntermediatesWhereAPathIsIncomplete() throws {
        var fixture = try SituationFixture()
        let issuing = Forge.authority("Unknown CA")
        let leaf = try fixture.install(issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }) {
            $0.rootCAType = .registry
        }
        fixture.changeSend { $0.tlsCertificateName = .value(SituationFixture.name(of: leaf)) }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].certainty == .inferred)
        #expect(found[0].message.contains("is likely to refuse"))
        #expect(found[0].commands.contains { $0.contains("Import-Certificate") })
    }

    @Test func saysSoOfACertificateWithoutOctets() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[1].certificate = nil
        let name = SituationFixture.name(of: fixture.own)
        fixture.changeSend { $0.tlsCertificateName = .value(name) }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("it is self-signed"))
    }
}
