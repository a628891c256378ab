import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestSignatureInvalidTests {
    private let rule = RequestSignatureInvalid()

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .p256, .p384, .ed25519])
    func passesAProof(_ kind: ForgedKeyKind) throws {
        #expect(try rule.messages(try OfferForge.request { $0.key = .kept(kind) }).isEmpty)
    }

    @Test func flagsAnothersSignature() throws {
        let request = try OfferForge.request { $0.signer = .kept(.rsa(2_048), number: 1) }
        #expect(
            try rule.messages(request) == [
                "the request was not signed with the private key of its public key"
            ]
        )
    }

    @Test func flagsASignatureOfAnotherKind() throws {
        #expect(try rule.messages(try OfferForge.request { $0.signer = .kept(.p256) }).count == 1)
    }
}
