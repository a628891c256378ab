import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsSenderCertificateNameNotAcceptedTests {
    private let rule = TlsSenderCertificateNameNotAccepted()

    @Test(arguments: ["*.contoso.com", "contoso.com", "Contoso.COM", "*.fabrikam.com"])
    func passesWildcardsAndAcceptedDomains(_ name: String) throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value(name) }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func concludesNothingWithoutAcceptedDomains() throws {
        var fixture = try SituationFixture()
        fixture.inventory.acceptedDomains = []
        fixture.changeInbound { $0.tlsSenderCertificateName = .value("mail.contoso.com") }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameThatIsNotAccepted() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value("mail.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].certainty == .stated)
        #expect(found[0].message.contains("not among the 1 accepted domain exported"))
        #expect(found[0].commands.first?.hasSuffix("-TlsSenderCertificateName '*.contoso.com'") == true)
    }
}
