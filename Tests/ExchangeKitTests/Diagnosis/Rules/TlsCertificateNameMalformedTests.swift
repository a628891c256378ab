import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsCertificateNameMalformedTests {
    private let rule = TlsCertificateNameMalformed()

    @Test func passesTheDocumentedForm() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<i>CN=Public Root<s>CN=mail.contoso.com") }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameWithoutTags() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("relay.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("there is no <I>"))
        #expect(found[0].message.contains("there is no <S>"))
        #expect(found[0].commands.contains { $0.contains(fixture.mail.thumbprint) })
    }

    @Test func saysWhichCertificateWasProbablyMeant() throws {
        var fixture = try SituationFixture()
        fixture.changeReceive { $0.tlsCertificateName = .value("<I>CN=Public Root\\<S>CN=mail.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("it was probably meant for certificate \(fixture.mail.thumbprint)"))
        #expect(found[0].commands.contains { $0.hasPrefix("Set-ReceiveConnector") })
    }
}
