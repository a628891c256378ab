import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct RelayDomainNotAcceptedTests {
    private let rule = RelayDomainNotAccepted()

    @Test func passesANameBelowAnAcceptedDomain() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func concludesNothingWithoutAcceptedDomains() throws {
        var fixture = try SituationFixture()
        fixture.inventory.acceptedDomains = []
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func warnsWhereNoNameBelongsToAnAcceptedDomain() throws {
        var fixture = try SituationFixture()
        fixture.inventory.acceptedDomains[0].domainName = "fabrikam.com"
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .warning)
        #expect(found[0].certainty == .stated)
        #expect(found[0].expectedError?.contains("ATTR36") == true)
        #expect(found[0].message.contains("mail.contoso.com"))
    }
}
