import ChainKit
import TestSupport
import Testing

struct InputReaderContainerTests {
    private let root = Forge.authority("Alpha Root")
    private let leaf = Forge.selfSigned("mail.contoso.com")
    private let secret = Array("secret".utf8)

    @Test func readsPKCS7InBothForms() {
        let message = ForgedCertificate.pkcs7([leaf, root])
        for octets in [message, Array(PEMWriter.block("PKCS7", message).utf8)] {
            let content = InputReader().read(octets, path: "a.p7b")
            #expect(Set(content.certificates.map(\.der)) == [leaf.der, root.der])
            #expect(content.record.kind == .pkcs7)
            #expect(content.record.status == "ok")
        }
    }

    @Test func tellsAPKCS7WithoutCertificates() {
        let record = InputReader().read(ForgedCertificate.pkcs7([]), path: "a.p7b").record
        #expect(record.kind == .pkcs7)
        #expect(record.status == "not-a-certificate")
    }

    @Test(arguments: [ForgedPKCS12Style.modern, .legacy3DES, .legacyRC2])
    func opensPKCS12WithAGivenPassword(_ style: ForgedPKCS12Style) {
        let octets = leaf.pkcs12(password: "secret", others: [root], style: style)
        let reader = InputReader(passwords: [Array("wrong".utf8), secret])
        let content = reader.read(octets, path: "a.pfx")
        #expect(Set(content.certificates.map(\.der)) == [leaf.der, root.der])
        #expect(content.record.kind == .pkcs12)
        #expect(content.record.status == "ok")
        let digest = SHA256Digest(of: leaf.key.publicDER)
        #expect(content.record.privateKeys == [FoundPrivateKey(publicKeySHA256: digest, isEncrypted: true)])
        let legacy: String? =
            switch style {
            case .modern: nil
            case .legacy3DES: "PBE-SHA1-3DES"
            case .legacyRC2: "PBE-SHA1-RC2-40"
            }
        #expect(content.record.legacyEncryption == legacy)
    }

    @Test(arguments: [nil, ""] as [String?], [ForgedPKCS12Style.modern, .legacyRC2])
    func opensPKCS12WithoutAPassword(_ password: String?, style: ForgedPKCS12Style) {
        let octets = leaf.pkcs12(password: password, style: style)
        #expect(InputReader().read(octets, path: "a.pfx").certificates.map(\.der) == [leaf.der])
    }

    @Test(arguments: [nil, ""] as [String?], [ForgedPKCS12Style.modern, .legacyRC2])
    func countsAKeyUnderTheEmptyPasswordAsOpen(_ password: String?, style: ForgedPKCS12Style) {
        let octets = leaf.pkcs12(password: password, style: style)
        let digest = SHA256Digest(of: leaf.key.publicDER)
        let open = [FoundPrivateKey(publicKeySHA256: digest, isEncrypted: false)]
        #expect(InputReader(passwords: [secret]).read(octets, path: "a.pfx").record.privateKeys == open)
    }

    @Test(arguments: [ForgedPKCS12Style.modern, .legacyRC2])
    func tellsThatNoPasswordFits(_ style: ForgedPKCS12Style) {
        let octets = leaf.pkcs12(password: "secret", style: style)
        let reader = InputReader(passwords: [Array("hunter2".utf8)])
        let record = reader.read(octets, path: "a.pfx").record
        #expect(record.status == "wrong-password")
        #expect(!record.problems.contains { $0.detail.contains("hunter2") })
    }

    @Test func refusesToDeriveForEver() {
        let octets = leaf.pkcs12(password: "secret", iterations: 3_000)
        var limits = InputLimits()
        limits.keyDerivationRounds = 2_000
        let record = InputReader(passwords: [secret], limits: limits).read(octets, path: "a.pfx").record
        #expect(record.status == "too-large")
    }

    @Test func tellsHowManyPasswordsWereTriedAndWhyItStopped() throws {
        let octets = leaf.pkcs12(password: "secret", iterations: 2_000)
        var limits = InputLimits()
        limits.keyDerivationRounds = 11_000
        let passwords = (1...50).map { Array("wrong\($0)".utf8) }
        let record = InputReader(passwords: passwords, limits: limits).read(octets, path: "a.pfx").record
        let detail = try #require(record.problems.first?.detail)
        // Five tries fit, and the first two are those without a password and with the empty one.
        #expect(record.status == "too-large" && detail.contains("3 of 50 passwords were tried"), "\(detail)")
        #expect(detail.contains("Each try costs 2000 rounds"))
        #expect(detail.contains("the limit is 11000 for a file; give fewer passwords"))
    }

    @Test func spendsOneBudgetOnAllFilesOfARun() throws {
        let octets = leaf.pkcs12(password: "secret", iterations: 2_000)
        var limits = InputLimits()
        limits.keyDerivationRoundsOfRun = 25_000
        let reader = InputReader(passwords: [secret], limits: limits)
        let records = (1...20).map { _ in reader.read(octets, path: "a.pfx").record }
        #expect(records.first?.status == "ok")
        let last = try #require(records.last?.problems.first?.detail)
        #expect(last.contains("0 of 1 passwords were tried"), "\(last)")
        #expect(last.contains("the limit of 25000 for all files together is used up"))
        // A reader of its own begins anew.
        #expect(
            InputReader(passwords: [secret], limits: limits).read(octets, path: "a.pfx").record.status == "ok"
        )
    }

    @Test func opensLegacyContainersOnSeveralThreadsAtOnce() async {
        let octets = leaf.pkcs12(password: "secret", style: .legacyRC2)
        let reader = InputReader(passwords: [secret])
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 { group.addTask { reader.read(octets, path: "a.pfx").certificates.count } }
            return await group.reduce(0, +)
        }
        #expect(counts == 64)
    }

    @Test func spendsOneBudgetOnAllContainersOfAFile() {
        let one = leaf.pkcs12(password: "secret", iterations: 1_000)
        var limits = InputLimits()
        limits.keyDerivationRounds = 20_000
        let content = InputReader(passwords: [secret], limits: limits)
            .read([[UInt8]](repeating: one, count: 50).flatMap(\.self), path: "a.pfx")
        #expect((1..<10).contains(content.certificates.count))
        #expect(content.record.problems.contains { $0.code == .tooLarge })
    }

    @Test func tellsADamagedPKCS12FromAWrongPassword() {
        var octets = leaf.pkcs12(password: "secret")
        // The version is 3 and stays; the structure behind it is broken.
        octets.replaceSubrange(20..<24, with: [0xff, 0xff, 0xff, 0xff])
        let record = InputReader(passwords: [secret]).read(octets, path: "a.pfx").record
        #expect(record.status != "ok")
        #expect(record.status != "wrong-password")
    }

    @Test func readsASerializedStore() {
        func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xff) } }
        let property = word(3) + word(1) + word(20) + [UInt8](repeating: 7, count: 20)
        let elements = [leaf, root].flatMap { property + word(32) + word(1) + word($0.der.count) + $0.der }
        let octets = word(0) + Array("CERT".utf8) + elements + word(0) + word(0) + word(0)
        let content = InputReader().read(octets, path: "a.sst")
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
        #expect(content.record.kind == .serializedStore)
        #expect(InputReader().read(Array(octets.dropLast(30)), path: "a.sst").record.status == "truncated")
    }

    @Test func tellsAJavaKeyStore() {
        let record = InputReader().read([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2], path: "a.jks").record
        #expect(record.kind == .javaKeyStore)
        #expect(record.status == "not-a-certificate")
    }
}
