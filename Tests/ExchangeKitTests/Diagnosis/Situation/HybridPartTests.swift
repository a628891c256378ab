import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct AcceptedDomainsTests {
    private func accepted(_ names: String...) -> AcceptedDomains? {
        AcceptedDomains(names.map { AcceptedDomain(domainName: $0, place: SituationFixture.place) })
    }

    @Test func saysNothingWhereNoneWasExported() {
        #expect(accepted() == nil)
    }

    @Test func containsWhatIsEnteredWithoutRegardToCase() throws {
        let domains = try #require(accepted("Contoso.com"))
        #expect(domains.contains("contoso.COM"))
        #expect(!domains.contains("mail.contoso.com"))
    }

    @Test func containsSubdomainsThatWereEnteredWithTheirParent() throws {
        let domains = try #require(accepted("*.contoso.com"))
        #expect(domains.contains("mail.contoso.com"))
        #expect(domains.contains("contoso.com"))
        #expect(!domains.contains("notcontoso.com"))
    }

    @Test func coversNamesBelowADomain() throws {
        let domains = try #require(accepted("contoso.com"))
        #expect(domains.covers("*.contoso.com"))
        #expect(domains.covers("mail.eu.contoso.com"))
        #expect(!domains.covers("mail.fabrikam.com"))
    }
}
