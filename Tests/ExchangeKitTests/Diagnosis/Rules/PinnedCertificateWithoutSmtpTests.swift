import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PinnedCertificateWithoutSmtpTests {
    private let rule = PinnedCertificateWithoutSmtp()

    @Test func passesACertificateWithSmtp() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingFromWhatWasNotExported() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].services = nil
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsACertificateWithoutSmtp() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].services = [.iis]
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found.map(\.certainty) == [.stated, .documented])
        #expect(found[0].message.contains("whose services are IIS"))
        #expect(
            found[0].commands == [
                "Enable-ExchangeCertificate -Thumbprint '\(fixture.mail.thumbprint)' -Services 'SMTP' -Server 'EX01'"
            ]
        )
        #expect(found[0].dangers == [Danger.answerNo])
    }
}
