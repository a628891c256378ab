import Forges
import TestSupport
import Testing

@testable import ChainKit

struct InputReaderPrivateKeyTests {
    private static let kinds: [ForgedKeyKind] = [.rsa(1_024), .p256, .p384, .ed25519]

    @Test(arguments: kinds)
    func matchesAKeyByItsPublicHalf(_ kind: ForgedKeyKind) {
        let key = ForgedKey.kept(kind)
        let leaf = Forge.selfSigned("mail.contoso.com") { $0.key = key }
        let found = FoundPrivateKey(publicKeySHA256: SHA256Digest(of: key.publicDER), isEncrypted: false)
        let text = leaf.pem + PEMWriter.block("PRIVATE KEY", key.pkcs8DER)
        let content = InputReader().read(Array(text.utf8), path: "a.pem")
        #expect(content.record.privateKeys == [found])
        #expect(content.record.status == "ok")
        #expect(InputReader().read(key.pkcs8DER, path: "a.key").record.privateKeys == [found])
    }

    @Test func readsTraditionalKeys() {
        for (kind, label) in [(ForgedKeyKind.rsa(1_024), "RSA PRIVATE KEY"), (.p256, "EC PRIVATE KEY")] {
            let key = ForgedKey.kept(kind)
            let text = PEMWriter.block(label, key.traditionalDER)
            let record = InputReader().read(Array(text.utf8), path: "a.key").record
            #expect(record.kind == .privateKey)
            #expect(record.privateKeys.first?.publicKeySHA256 == SHA256Digest(of: key.publicDER))
        }
    }

    @Test func opensAnEncryptedKeyWithAGivenPassword() {
        let key = ForgedKey.kept(.p256)
        let octets = key.encryptedDER(password: "secret")
        let digest = SHA256Digest(of: key.publicDER)
        let opened = InputReader(passwords: [Array("secret".utf8)]).read(octets, path: "a.key").record
        #expect(opened.privateKeys == [FoundPrivateKey(publicKeySHA256: digest, isEncrypted: true)])
        let shut = InputReader().read(octets, path: "a.key").record
        #expect(shut.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: true)])
        #expect(shut.status == "not-a-certificate")
    }

    @Test func doesNotDeriveForEverForAKey() {
        let octets = ForgedKey.kept(.p256).encryptedDER(password: "secret", iterations: 3_000)
        var limits = InputLimits()
        limits.keyDerivationRounds = 2_000
        let record = InputReader(passwords: [Array("secret".utf8)], limits: limits).read(octets, path: "a")
            .record
        #expect(record.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: true)])
    }

    @Test(arguments: [("none", false), ("aes256-ctr", true)])
    func noticesOpenSSHKeys(_ cipher: String, isEncrypted: Bool) {
        let body =
            Array("openssh-key-v1\0".utf8) + [0, 0, 0, UInt8(cipher.utf8.count)] + Array(cipher.utf8) + [
                0, 0, 0, 4,
            ]
        let text = PEMWriter.block("OPENSSH PRIVATE KEY", body)
        let record = InputReader().read(Array(text.utf8), path: "id").record
        #expect(record.kind == .privateKey)
        #expect(record.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: isEncrypted)])
    }

    @Test func noticesABrokenKey() {
        let text = "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n"
        let record = InputReader().read(Array(text.utf8), path: "a.key").record
        #expect(record.kind == .privateKey)
        #expect(record.privateKeys.count == 1)
    }

    @Test func readsAllElseWhereKeysAreKnown() {
        let leaf = Forge.selfSigned("mail.contoso.com") { $0.key = .kept(.p256) }
        let text = Array((leaf.pem + PEMWriter.block("PRIVATE KEY", ForgedKey.kept(.p256).pkcs8DER)).utf8)
        let reader = InputReader()
        let all = reader.read(text, path: "a.pem")
        #expect(all.record.privateKeys.count == 1)
        let content = reader.withoutPrivateKeys.read(text, path: "a.pem")
        #expect(content.record.privateKeys.isEmpty)
        #expect(content.certificates == all.certificates)
    }
}
