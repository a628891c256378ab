import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ConnectorNameFitTests {
    @Test(arguments: [
        ("mail.contoso.com", "mail.contoso.com"), ("MAIL.contoso.com", "mail.contoso.COM"),
        ("*.contoso.com", "mail.contoso.com"), ("mail.contoso.com", "*.contoso.com"),
        ("*.contoso.com", "*.contoso.com"),
    ])
    func fits(_ wanted: String, _ name: String) {
        #expect(ConnectorNameFit(wanted, among: ["other.example", name]) == .fits(name))
    }

    @Test(arguments: ["contoso.com", "a.b.contoso.com", "*.eu.contoso.com"])
    func leavesOpenHowDeepAWildcardReaches(_ name: String) {
        #expect(ConnectorNameFit("*.contoso.com", among: [name]) == .undocumented(name))
    }

    @Test(arguments: [
        ("mail.contoso.com", "smtp.contoso.com"), ("*.contoso.com", "notcontoso.com"),
        ("contoso.com", "*.contoso.com"),
    ])
    func fitsNothingElse(_ wanted: String, _ name: String) {
        #expect(ConnectorNameFit(wanted, among: [name]) == .none)
    }
}
