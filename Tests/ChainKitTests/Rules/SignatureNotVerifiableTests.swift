import TestSupport
import Testing

@testable import ChainKit

struct SignatureNotVerifiableTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesAPathThatCouldBeChecked() throws {
        let subject = try Subject.forged(root.issue("mail"), under: [root])
        #expect(SignatureNotVerifiable().findings(in: subject).isEmpty)
    }

    @Test func warnsOfAnAlgorithmThatIsNotKnown() throws {
        let leaf = root.issue("mail").replacing(
            identifier: "ecdsa-with-SHA256",
            with: "2.16.840.1.101.3.4.3.18"
        )
        let subject = try Subject.forged(leaf, under: [root])
        #expect(subject.search.isUndetermined)
        let found = SignatureNotVerifiable().findings(in: subject)
        #expect(found.map(\.message) == ["the signature on \"CN=mail\", ML-DSA-65, cannot be checked here"])
        #expect(found.first?.severity == .warning)
    }
}
