import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct UntrustedCertificateWinsTests {
    private let rule = UntrustedCertificateWins()

    @Test func isSilentWhereTheConnectorNamesItsCertificate() throws {
        var fixture = try SituationFixture()
        try fixture.installInternal()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func isSilentWhereThePublicCertificateIsTheNewest() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func tellsTheWholeStoryInOneFinding() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        let winner = try fixture.installInternal()
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        let sending = found[0]
        #expect(sending.severity == .error)
        #expect(sending.certainty == .inferred)
        for part in [
            winner.thumbprint, "issued by \"CN=Contoso Root\"", "valid from 2026-04-01",
            fixture.mail.thumbprint,
            "issued by \"CN=Public Root\"", "valid from 2026-01-01", "is likely to present",
            "the newest is taken", "Exchange Online refuses",
        ] {
            #expect(sending.message.contains(part), "\(part)")
        }
        #expect(sending.expectedError?.contains("454 4.7.0") == true)
        #expect(sending.expectedError?.contains("UntrustedRoot") == true)
        #expect(sending.expectedError?.contains("event 2004") == true)
        #expect(
            sending.concerns == [
                .sendConnector("Outbound to Office 365", server: "EX01.contoso.local"),
                .certificate(winner.thumbprint), .certificate(fixture.mail.thumbprint),
            ]
        )
    }

    @Test func statesAsAFactWhatIsDocumentedForReceiving() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        try fixture.installInternal()
        let receiving = try #require(try fixture.findings(rule).last)
        #expect(receiving.certainty == .documented)
        #expect(receiving.message.contains("it presents"))
        #expect(receiving.expectedError?.contains("450 4.4.317") == true)
    }

    @Test func saysThatARefusalIsLikelyWhereThePathCouldNotBeFollowed() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        fixture.outside = []
        try fixture.installInternal()
        let receiving = try #require(try fixture.findings(rule).last)
        #expect(receiving.certainty == .inferred)
        #expect(receiving.message.contains("Exchange Online is likely to refuse that one"))
    }

    @Test func pinsThePublicCertificateFirst() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        let winner = try fixture.installInternal()
        let found = try #require(try fixture.findings(rule).first)
        #expect(
            found.commands.prefix(2) == [
                """
                $certificate = Get-ExchangeCertificate -Thumbprint '\(fixture.mail.thumbprint)' -Server \
                'EX01.contoso.local'
                """,
                """
                Set-SendConnector -Identity 'Outbound to Office 365' -TlsCertificateName \
                "<I>$($certificate.Issuer)<S>$($certificate.Subject)" -RequireTLS $true
                """,
            ]
        )
        #expect(
            found.commands.last
                == "Remove-ExchangeCertificate -Thumbprint '\(winner.thumbprint)' -Server 'EX01'"
        )
        #expect(found.dangers.contains(Danger.servicesAreAdditive))
    }
}
