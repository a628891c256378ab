import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AnchorNotAuthorityTests {
    private let rule = AnchorNotAuthority()
    private let root = Forge.authority("Alpha Root")

    @Test func passesAnAuthorityAndLooksAtAnchorsOnly() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        #expect(try rule.violations(in: root.issue("mail.contoso.com"), as: .target).isEmpty)
    }

    @Test func flagsAnAnchorThatIsNone() throws {
        let server = Forge.selfSigned("mail.contoso.com")
        #expect(
            try rule.violations(in: server, as: .anchor) == ["the anchor's basicConstraints do not have cA"]
        )
        let old = Forge.authority("Alpha Root") { $0.isAuthority = nil }
        #expect(try rule.violations(in: old, as: .anchor) == ["the anchor has no basicConstraints"])
    }
}
