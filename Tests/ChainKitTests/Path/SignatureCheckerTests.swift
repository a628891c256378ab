import OpenSSLBridge
import TestSupport
import Testing

@testable import ChainKit

@Suite("Signatures")
struct SignatureCheckerTests {
    @Test(arguments: [ForgedHash.md5, .sha1, .sha256, .sha384, .sha512])
    func checksRSASignaturesWithEveryHash(_ hash: ForgedHash) throws {
        let root = Forge.authority("Root") { $0.key = .kept(.rsa(2048)) }
        let leaf = try root.issue("a.example") { $0.hash = hash }.certificate
        let checker = SignatureChecker()
        #expect(checker.result(of: leaf, by: try root.certificate) == .valid)
        #expect(checker.result(of: leaf, by: leaf) != .valid)
    }

    @Test(arguments: [ForgedKeyKind.p256, .p384, .ed25519])
    func checksSignaturesByOtherKeys(_ kind: ForgedKeyKind) throws {
        let root = Forge.authority("Root") { $0.key = .kept(kind) }
        let other = Forge.authority("Root") { $0.key = .fresh(kind) }
        let leaf = try root.issue("a.example").certificate
        let checker = SignatureChecker()
        #expect(checker.rememberedResult(of: leaf, by: try root.certificate) == .valid)
        #expect(checker.rememberedResult(of: leaf, by: try root.certificate) == .valid)
        #expect(checker.rememberedResult(of: leaf, by: try other.certificate) == .invalid)
    }

    @Test func callsASignatureUnderAKeyOfAnotherKindInvalid() throws {
        let rsa = Forge.authority("Root") { $0.key = .kept(.rsa(2048)) }
        let ec = Forge.authority("Root") { $0.key = .kept(.p256) }
        let leaf = try rsa.issue("a.example").certificate
        #expect(SignatureChecker().result(of: leaf, by: try ec.certificate) == .invalid)
    }

    @Test func decodesGoodKeysOnly() throws {
        let good = Forge.selfSigned("a.example") { $0.key = .kept(.p256) }
        var der = good.der
        let point = try #require(der.firstRange(of: [0x03, 0x42, 0x00, 0x04]))
        der[point.upperBound] ^= 0xff
        let checker = SignatureChecker()
        let memory = IssuerMemory()
        // Asked twice: the second answer is a remembered one.
        for _ in 0..<2 {
            #expect(checker.decodesKey(of: try good.certificate, in: memory) == true)
            #expect(checker.decodesKey(of: try Certificate(der: der), in: memory) == false)
        }
    }

    @Test(arguments: [ForgedKeyKind.rsa(2048), .p256, .ed25519])
    func keepsNoKeyOfWhatSignedItself(_ kind: ForgedKeyKind) throws {
        let certificate = try Forge.selfSigned("a.example") { $0.key = .kept(kind) }.certificate
        let other = try Forge.selfSigned("a.example") { $0.key = .fresh(kind) }.certificate
        let checker = SignatureChecker()
        #expect(checker.ownResult(of: certificate, in: IssuerMemory()) == .valid)
        #expect(checker.keptKeys == 0)
        #expect(checker.result(of: certificate, by: other) == .invalid)
        #expect(checker.keptKeys == 1)
    }
}
