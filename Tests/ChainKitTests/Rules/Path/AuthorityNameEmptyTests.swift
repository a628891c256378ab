import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AuthorityNameEmptyTests {
    private let rule = AuthorityNameEmpty()
    private let root = Forge.authority("Alpha Root")

    @Test func passesNamesAndAnEmptySubjectOfAServer() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        #expect(try rule.violations(in: root.issue("") { $0.subject = [] }).isEmpty)
    }

    @Test func flagsAnAuthorityWithoutAName() throws {
        let issuing = root.authority("Alpha CA 1") { $0.subject = [] }
        #expect(
            try rule.violations(in: issuing, as: .intermediate) == [
                "the subject is a certification authority and its name is empty"
            ]
        )
        #expect(try rule.violations(in: issuing.issue("mail.contoso.com")) == ["the issuer's name is empty"])
    }
}
