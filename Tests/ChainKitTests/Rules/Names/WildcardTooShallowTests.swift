import Forges
import TestSupport
import Testing

@testable import ChainKit

struct WildcardTooShallowTests {
    private let leaf = Forge.selfSigned("mail.contoso.com") { $0.names = ["*.contoso.com"] }

    @Test(arguments: ["mail.contoso.com", "contoso.com", "mail.eu.fabrikam.com"])
    func passesWhatIsCoveredOrNotNear(_ name: String) throws {
        #expect(WildcardTooShallow().findings(in: try .forged(leaf, names: [name])).isEmpty)
    }

    @Test func flagsANameThatLiesDeeper() throws {
        let found = WildcardTooShallow().findings(in: try .forged(leaf, names: ["mail.eu.contoso.com"]))
        #expect(
            found.map(\.message) == [
                "*.contoso.com stands for one label; mail.eu.contoso.com has 2 in its place"
            ]
        )
        #expect(found.first?.severity == .error)
    }
}
