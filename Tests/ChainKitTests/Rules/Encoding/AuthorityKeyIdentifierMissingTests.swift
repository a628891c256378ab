import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AuthorityKeyIdentifierMissingTests {
    private let rule = AuthorityKeyIdentifierMissing()
    private let root = Forge.authority("Alpha Root")

    @Test func passesOneThatIsThere() throws {
        #expect(try rule.violations(in: root.issue("mail.contoso.com")).isEmpty)
    }

    @Test(arguments: [PathPlace.target, .intermediate])
    func flagsNone(_ place: PathPlace) throws {
        let leaf = root.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        #expect(try rule.violations(in: leaf, as: place) == ["there is no authorityKeyIdentifier"])
    }

    @Test func asksNoneOfWhatIsSelfSignedOrAnAnchor() throws {
        #expect(try rule.violations(in: root, as: .target).isEmpty)
        let crossed = root.authority("Beta Root") { $0.hasAuthorityKeyIdentifier = false }
        #expect(try rule.violations(in: crossed, as: .anchor).isEmpty)
    }
}
