import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct HybridServersDifferTests {
    private let rule = HybridServersDiffer()

    @Test func passesServersWithTheSameCertificate() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        var copy = fixture.mail
        copy.server = "EX02"
        fixture.inventory.certificates.append(copy)
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsAServerThatLacksTheCertificateOfAnother() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        try fixture.install(Forge.selfSigned("EX02"), on: "EX02")
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].message.contains("EX01 has that certificate, EX02.contoso.local does not"))
        #expect(found[0].expectedError?.hasPrefix("454 4.7.5") == true)
        #expect(
            found[0].commands.contains {
                $0.hasPrefix("Import-ExchangeCertificate -Server 'EX02.contoso.local'")
            }
        )
        #expect(try fixture.findings(TlsCertificateNameDangling()).isEmpty)
    }

    @Test func flagsServersThatPresentDifferentCertificates() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02", naming: "<I>CN=Public Root<S>CN=mail2.contoso.com")
        var copy = fixture.mail
        copy.server = "EX02"
        fixture.inventory.certificates.append(copy)
        try fixture.install(
            fixture.root.issue("mail2.contoso.com") { $0.key = .kept(.rsa(2_048)) },
            on: "EX02"
        )
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].concerns == [.organization])
        #expect(found[0].message.contains("the servers receiving in the hybrid mail flow"))
        #expect(found[0].message.contains("CN=mail2.contoso.com on EX02.contoso.local"))
    }
}
