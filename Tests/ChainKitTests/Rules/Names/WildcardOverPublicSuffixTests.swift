import Forges
import TestSupport
import Testing

@testable import ChainKit

struct WildcardOverPublicSuffixTests {
    private let rule = WildcardOverPublicSuffix()
    private let root = Forge.authority("Alpha Root")

    @Test(arguments: ["*.contoso.com", "*.contoso.co.uk", "co.uk", "*.www.ck"])
    func passesOtherNames(_ name: String) throws {
        #expect(try rule.violations(in: root.issue("mail", names: [name])).isEmpty)
    }

    @Test(arguments: ["*.co.uk", "*.CO.UK", "*.anything.ck"])
    func flagsAWildcardOverASuffix(_ name: String) throws {
        #expect(
            try rule.violations(in: root.issue("mail", names: [name])) == [
                "\(name) covers the public suffix \(name.dropFirst(2).lowercased())"
            ]
        )
    }
}
