import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsSenderCertificateNameNotPresentedTests {
    private let rule = TlsSenderCertificateNameNotPresented()

    @Test(arguments: ["*.contoso.com", "mail.contoso.com", "MAIL.contoso.com"])
    func passesANameThatIsPresented(_ name: String) throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value(name) }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func concludesNothingFromConnectorsForPartners() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound {
            $0.connectorType = "Partner"
            $0.tlsSenderCertificateName = .value("fabrikam.com")
        }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameThatIsNotPresented() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value("smtp.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .error)
        #expect(found[0].expectedError?.contains("5.7.51") == true)
        #expect(found[0].message.contains("Inbound from contoso looks for smtp.contoso.com"))
        #expect(
            found[0].commands == [
                """
                Set-InboundConnector -Identity 'Inbound from contoso' -TlsSenderCertificateName '*.contoso.com'
                """
            ]
        )
        #expect(found[0].remedies.first?.shell == .exchangeOnline)
    }

    @Test func leavesOpenHowDeepAWildcardReaches() throws {
        var fixture = try SituationFixture()
        fixture.changeInbound { $0.tlsSenderCertificateName = .value("*.com") }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.certainty == .unknown)
        #expect(found.first?.message.contains("is not documented") == true)
    }
}
