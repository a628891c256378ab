import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PrivateKeyExposedTests {
    private let leaf = Forge.selfSigned("mail")

    @Test func passesAProtectedKey() throws {
        let surroundings = Surroundings(protectedKeyFiles: ["mail.pfx"])
        #expect(PrivateKeyExposed().findings(in: try .forged(leaf, surroundings: surroundings)).isEmpty)
    }

    @Test func warnsOfEachFile() throws {
        let surroundings = Surroundings(exposedKeyFiles: ["a.key", "b.pem"])
        let found = PrivateKeyExposed().findings(in: try .forged(leaf, surroundings: surroundings))
        #expect(
            found.map(\.message) == [
                "a.key holds the private key under no password",
                "b.pem holds the private key under no password",
            ]
        )
        #expect(found.allSatisfy { $0.severity == .warning })
    }
}
