import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsCertificateNameDanglingTests {
    private let rule = TlsCertificateNameDangling()

    @Test func isSilentWhereTheCertificateIsThere() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func isSilentWithoutAnyCertificateExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates = []
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameThatNobodyHas() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=old.contoso.com") }
        fixture.changeReceive { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=old.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].certainty == .stated)
        #expect(found[0].expectedError?.hasPrefix("454 4.7.5") == true)
        #expect(found[1].certainty == .documented)
        #expect(found[1].expectedError?.contains("event 12014") == true)
        #expect(found[0].message.contains("none of the 2 certificates exported"))
        #expect(found[0].commands.contains { $0.contains(fixture.mail.thumbprint) })
        #expect(found[1].commands.last?.hasSuffix("-TlsCertificateName $null") == true)
    }

    @Test func countsACertificateOfTheSameIssuerAsAnother() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Public Root<S>CN=old.contoso.com") }
        #expect(try fixture.findings(rule).count == 1)
    }
}
