import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestNamesNotCoveringTests {
    private let rule = RequestNamesNotCovering()

    @Test func passesNamesThatTheRequestCovers() throws {
        let request = try OfferForge.request("*.contoso.com")
        #expect(try rule.messages(request, names: ["mail.contoso.com"]).isEmpty)
    }

    @Test func takesTheCommonNameForOneThatTheCAAdds() throws {
        let request = try OfferForge.request("mail.contoso.com", names: [])
        #expect(try rule.messages(request, names: ["mail.contoso.com"]).isEmpty)
    }

    @Test func flagsANameThatIsMissing() throws {
        let request = try OfferForge.request("mail.contoso.com")
        #expect(
            try rule.messages(request, names: ["mx.fabrikam.com"]) == [
                "mx.fabrikam.com is not among the request's names"
            ]
        )
    }

    @Test func warnsWhereSomeNamesAreCovered() throws {
        let offer = try OfferForge.offer(
            try OfferForge.request(),
            names: ["mail.contoso.com", "mx.fabrikam.com"]
        )
        #expect(rule.findings(in: offer).map(\.severity) == [.warning])
    }
}
