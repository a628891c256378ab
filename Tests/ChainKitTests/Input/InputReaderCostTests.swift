import ChainKit
import TestSupport
import Testing

/// Keys and containers that OpenSSL would work on for minutes, and what they are read as instead.
@Suite("What a key may cost", .timeLimit(.minutes(1)))
struct InputReaderCostTests {
    private static func integer(bits: Int) -> [UInt8] {
        DERWriter.element(0x02, [0] + [UInt8](repeating: 0xff, count: bits / 8))
    }

    /// A PKCS #8 key without its public half, for which there is a power of 64 kbit numbers to work out.
    private let costlyKey = DERWriter.sequence(
        DERWriter.integer(0),
        DERWriter.sequence(
            DERWriter.identifier("dsaEncryption"),
            DERWriter.sequence(Self.integer(bits: 65_536), Self.integer(bits: 65_536), DERWriter.integer(3))
        ),
        DERWriter.octetString(Self.integer(bits: 65_528))
    )

    /// PBES2 with scrypt: 16 MiB of memory, which OpenSSL allows, 15,000 times.
    private let costlyEncryption = DERWriter.sequence(
        DERWriter.identifier("PBES2"),
        DERWriter.sequence(
            DERWriter.sequence(
                DERWriter.identifier("id-scrypt"),
                DERWriter.sequence(
                    DERWriter.octetString(Array("salt".utf8)),
                    DERWriter.integer(16_384),
                    DERWriter.integer(8),
                    DERWriter.integer(15_000)
                )
            ),
            DERWriter.sequence(
                DERWriter.identifier("AES-256-CBC"),
                DERWriter.octetString([UInt8](repeating: 0, count: 16))
            )
        )
    )

    private let cipherText = [UInt8](repeating: 0x5a, count: 48)

    /// A PKCS #12 without an integrity check.
    private func archive(_ part: [UInt8]) -> [UInt8] {
        DERWriter.sequence(
            DERWriter.integer(3),
            DERWriter.sequence(
                DERWriter.identifier("pkcs7-data"),
                DERWriter.element(0xa0, DERWriter.octetString(DERWriter.sequence(part)))
            )
        )
    }

    @Test func aKeyOfAnotherKindIsNoticedAndNotWorkedOn() {
        let record = InputReader().read(costlyKey, path: "a.key").record
        #expect(record.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: false)])
        let text = PEMWriter.block("PRIVATE KEY", costlyKey)
        #expect(InputReader().read(Array(text.utf8), path: "a.pem").record.privateKeys.count == 1)
    }

    @Test func aKeyOfAnotherKindInAnArchiveIsNotWorkedOn() {
        let bag = DERWriter.sequence(
            DERWriter.identifier("keyBag"),
            DERWriter.element(0xa0, costlyKey)
        )
        let part = DERWriter.sequence(
            DERWriter.identifier("pkcs7-data"),
            DERWriter.element(0xa0, DERWriter.octetString(DERWriter.sequence(bag)))
        )
        let record = InputReader().read(archive(part), path: "a.pfx").record
        #expect(record.kind == .pkcs12)
        #expect(record.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: false)])
    }

    @Test func scryptIsCountedLikeRounds() {
        let key = DERWriter.sequence(costlyEncryption, DERWriter.octetString(cipherText))
        let record = InputReader().read(key, path: "a.key").record
        #expect(record.privateKeys == [FoundPrivateKey(publicKeySHA256: nil, isEncrypted: true)])
        let part = DERWriter.sequence(
            DERWriter.identifier("pkcs7-encryptedData"),
            DERWriter.element(
                0xa0,
                DERWriter.sequence(
                    DERWriter.integer(0),
                    DERWriter.sequence(
                        DERWriter.identifier("pkcs7-data"),
                        costlyEncryption,
                        DERWriter.element(0x80, cipherText)
                    )
                )
            )
        )
        let problem = InputReader().read(archive(part), path: "a.pfx").record.worstProblem
        #expect(problem?.code == .tooLarge)
    }

    @Test(arguments: [2_000_000_000, 0x7fff_ffff_ffff])
    func roundsBeyondTheLimitAreNotSpent(_ rounds: Int) {
        let leaf = Forge.selfSigned("mail.contoso.com")
        let octets = leaf.pkcs12(password: "secret", iterations: 1_234)
        let hostile = DERRewriter.replacing(
            DERWriter.integer(1_234),
            with: DERWriter.integer(rounds),
            in: octets
        )
        #expect(hostile != octets)
        let record = InputReader(passwords: [Array("secret".utf8)]).read(hostile, path: "a.pfx").record
        #expect(record.worstProblem?.code == .tooLarge)
    }
}
