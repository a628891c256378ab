import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct SeveralCertificatesOfPinnedNameTests {
    private let rule = SeveralCertificatesOfPinnedName()

    private func renewed(from notBefore: String, to notAfter: String) throws -> SituationFixture {
        var fixture = try SituationFixture()
        let renewal = fixture.root.issue("mail.contoso.com") {
            $0.key = .kept(.rsa(2_048))
            $0.notBefore = notBefore
            $0.notAfter = notAfter
        }
        try fixture.install(renewal)
        return fixture
    }

    @Test func passesANameOfOneCertificate() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func notesARenewalUnderTheSameName() throws {
        let fixture = try renewed(from: "20260501000000Z", to: "20270501000000Z")
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.note, .note])
        #expect(found[0].message.contains("names 2 certificates at once"))
        // The connector presents the new one, so that nothing must be typed.
        #expect(found[0].commands.isEmpty)
    }

    @Test func warnsWhereTheTwoRulesDisagree() throws {
        let fixture = try renewed(from: "20260501000000Z", to: "20260801000000Z")
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(found[0].message.contains("the one that ends last is not the one that began last"))
        #expect(
            found[0].commands.map { $0.prefix { $0 != " " } } == [
                "Stop-Service", "Set-SendConnector", "Remove-ExchangeCertificate", "$certificate",
                "Set-SendConnector", "Start-Service",
            ]
        )
        #expect(found[0].commands[3].contains(fixture.mail.thumbprint))
    }
}
