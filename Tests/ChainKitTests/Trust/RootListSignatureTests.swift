import Forges
import Testing

@testable import ChainKit

struct RootListSignatureTests {
    @Test func theEmbeddedListIsSignedByMicrosoft() throws {
        let list = try MicrosoftRootList.embedded()
        let signature = try list.verifySignature()
        #expect(signature.verifiedAt == list.thisUpdate)
        #expect(signature.root.sha256.hexadecimal == RootListSignature.pinnedRoot)
        let names = ([signature.signer] + signature.intermediates).flatMap {
            $0.subject.values(of: ObjectIdentifier("2.5.4.3"))
        }
        #expect(
            names == ["Microsoft Certificate Trust List Publisher", "Microsoft Certificate List CA 2024"]
        )
    }

    @Test(arguments: [140, 1_000, 100_000, 200_000])
    func aFlippedOctetInTheListFailsTheSignature(offset: Int) throws {
        var octets = EmbeddedRoots.list
        octets[offset] ^= 1
        do {
            let list = try MicrosoftRootList(stl: octets, certificates: [])
            #expect(throws: RootListError.self) { try list.verifySignature() }
        } catch {
            // Some octets are structure: then the list does not even parse, which serves as well.
            guard case .malformed = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func aFlippedOctetInAThumbprintIsADigestFailure() throws {
        var octets = EmbeddedRoots.list
        octets[140] ^= 1
        let list = try MicrosoftRootList(stl: octets, certificates: [])
        #expect(throws: RootListError.signature(reason: "digest failure; signature failure")) {
            try list.verifySignature()
        }
    }
}
