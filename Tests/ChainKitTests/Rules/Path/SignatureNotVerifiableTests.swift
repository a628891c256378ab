import Forges
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
            with: "1.2.643.7.1.1.3.2"
        )
        let subject = try Subject.forged(leaf, under: [root])
        #expect(subject.search.isUndetermined)
        let found = SignatureNotVerifiable().findings(in: subject)
        #expect(
            found.map(\.message) == [
                "the signature on \"CN=mail\", 1.2.643.7.1.1.3.2, cannot be checked here"
            ]
        )
        #expect(found.first?.severity == .warning)
    }
}
