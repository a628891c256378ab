import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestCommonNameOutsideNamesTests {
    private let rule = RequestCommonNameOutsideNames()

    @Test(arguments: [["mail.contoso.com"], ["a.contoso.com", "MAIL.contoso.com"]])
    func passesACommonNameThatIsRepeated(_ names: [String]) throws {
        #expect(try rule.messages(try OfferForge.request(names: names)).isEmpty)
    }

    @Test func passesFreeText() throws {
        #expect(
            try rule.messages(try OfferForge.request("Contoso Mail", names: ["mail.contoso.com"])).isEmpty
        )
    }

    @Test func saysThatItDependsOnTheCA() throws {
        let offer = try OfferForge.offer(try OfferForge.request(names: ["a.contoso.com"]))
        let found = rule.findings(in: offer)
        #expect(
            found.map(\.message) == [
                "the common name 'mail.contoso.com' is not among the subjectAltNames: the CA must add it"
            ]
        )
        #expect(found.first?.assurance == .dependsOnCA)
    }
}
