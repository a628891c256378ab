import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsDomainNotPresentedTests {
    private let rule = TlsDomainNotPresented()

    @Test(arguments: ["mail.contoso.com", "*.contoso.com"])
    func passesANameThatIsPresented(_ name: String) throws {
        var fixture = try SituationFixture()
        fixture.changeOutbound { $0.tlsDomain = .value(name) }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func passesAConnectorThatLooksForNoName() throws {
        var fixture = try SituationFixture()
        fixture.changeOutbound {
            $0.tlsSettings = .value("CertificateValidation")
            $0.tlsDomain = .value("smtp.contoso.com")
        }
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameThatIsNotPresented() throws {
        var fixture = try SituationFixture()
        let other = try fixture.install(
            fixture.root.issue("smtp.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        )
        fixture.changeOutbound { $0.tlsDomain = .value("smtp.contoso.com") }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .error)
        #expect(found[0].certainty == .stated)
        #expect(found[0].expectedError?.contains("SubjectMismatch") == true)
        #expect(found[0].message.contains("looks for smtp.contoso.com"))
        #expect(found[0].commands.first?.contains(other.thumbprint) == true)
        #expect(
            found[0].commands.last
                == "Set-OutboundConnector -Identity 'Outbound to contoso' -TlsDomain 'mail.contoso.com'"
        )
    }

    @Test func flagsEachServerThatLagsBehind() throws {
        var fixture = try SituationFixture()
        let old = fixture.root.issue("old.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        fixture.addServer("EX02", naming: "<I>CN=Public Root<S>CN=old.contoso.com")
        try fixture.install(old, on: "EX02")
        let found = try fixture.findings(rule)
        #expect(found.map { $0.concerns.first } == [.receiveConnector("EX02\\Default Frontend EX02")])
    }

    @Test func leavesOpenHowDeepAWildcardReaches() throws {
        var fixture = try SituationFixture()
        fixture.changeOutbound { $0.tlsDomain = .value("*.com") }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.certainty == .unknown)
    }
}
