import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsCertificateNameNearlyMatchesTests {
    private let rule = TlsCertificateNameNearlyMatches()

    @Test func passesANameThatIsExact() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func leavesWhatComesNearNothingToAnotherRule() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=old.contoso.com") }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func showsWhatDiffersWhereTheIssuerChanged() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Public CA 1<S>CN=mail.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .error)
        #expect(found[0].message.contains("the certificate has another issuer"))
        #expect(found[0].message.contains("CN=Public CA 1 where the certificate has CN=Public Root"))
        #expect(found[0].commands.first?.contains(fixture.mail.thumbprint) == true)
        #expect(found[0].expectedError?.hasPrefix("454 4.7.5") == true)
    }

    @Test func doesNotKnowWhetherCaseCounts() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=public root<S>CN=MAIL.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .note)
        #expect(found[0].certainty == .unknown)
        #expect(found[0].message.contains("is not documented"))
    }
}
