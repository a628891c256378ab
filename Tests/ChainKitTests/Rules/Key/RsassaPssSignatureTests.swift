import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RsassaPssSignatureTests {
    @Test func passesOtherSignatures() throws {
        #expect(RsassaPssSignature().findings(in: try .forged(Forge.selfSigned("mail"))).isEmpty)
    }

    @Test func notesTheSignature() throws {
        let leaf = Forge.selfSigned("mail").replacing(identifier: "ecdsa-with-SHA256", with: "rsassaPss")
        let found = RsassaPssSignature().findings(in: try .forged(leaf))
        #expect(found.map(\.severity) == [.note])
        #expect(
            found.map(\.message) == [
                "the certificate is signed with RSASSA-PSS; support in Exchange is not documented"
            ]
        )
    }
}
