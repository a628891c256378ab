import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RootNotForServerAuthenticationTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ term: ListedRoot.Term) throws -> [Finding] {
        let subject = try Subject.forged(root.issue("mail"), listed: [ListedRoot(root, term)])
        return RootNotForServerAuthentication().findings(in: subject)
    }

    @Test func passesARootThatIsListedForServers() throws {
        #expect(try findings(.purposes(["serverAuth"])).isEmpty)
    }

    @Test func flagsARootThatIsListedForNeither() throws {
        let found = try findings(.purposes(["emailProtection"]))
        #expect(
            found.map(\.message) == [
                "the path ends in \"CN=Alpha Root\": Microsoft's list does not have the root for server authentication",
                "the root \"CN=Alpha Root\" is not trusted for client authentication either",
            ]
        )
        #expect(found.map(\.severity) == [.error, .warning])
        #expect(found.map(\.roles) == [[.server], [.client]])
    }

    @Test func saysNothingOfTheClientWhereTheRootIsListedForIt() throws {
        #expect(try findings(.purposes(["clientAuth"])).map(\.roles) == [[.server]])
    }

    @Test func flagsARootThatIsDisallowedForServers() throws {
        let found = try findings(.disallowed(["serverAuth"]))
        #expect(found.first?.message.contains("disallows the root for server authentication") == true)
    }
}
