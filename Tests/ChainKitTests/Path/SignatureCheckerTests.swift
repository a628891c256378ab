import Forges
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

@Suite("Path building without signatures")
struct SignatureCheckingTests {
    private let root = Forge.authority("Alpha Root")

    private func unchecked(
        _ target: ForgedCertificate,
        pool: [ForgedCertificate] = [],
        anchors: [ForgedCertificate]? = nil
    ) throws -> PathSearch {
        try search(target, pool: pool, anchors: anchors ?? [root], signatures: .notChecked)
    }

    /// The certificate with a bit of its signature turned.
    private func broken(_ certificate: ForgedCertificate) throws -> Certificate {
        var der = certificate.der
        der[der.count - 1] ^= 1
        return try Certificate(der: der)
    }

    @Test func findsTheWayAndTrustsItNot() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let search = try unchecked(issuing.issue("mail.contoso.com"), pool: [issuing])
        #expect(search.bestNames == ["mail.contoso.com", "Alpha Issuing CA", "Alpha Root"])
        #expect(search.bestDefects == [.signatureNotChecked, .signatureNotChecked])
        #expect(search.trusted == nil)
        #expect(search.isUndetermined)
    }

    @Test func saysNothingOfASignatureThatIsBroken() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let target = try broken(issuing.issue("mail.contoso.com"))
        let checked = try builder(pool: [issuing], anchors: [root]).search(from: target)
        #expect(checked.bestDefects == [.signatureInvalid])
        let search = try builder(pool: [issuing], anchors: [root], signatures: .notChecked)
            .search(from: target)
        #expect(search.isUndetermined)
        #expect(search.bestDefects == [.signatureNotChecked, .signatureNotChecked])
    }

    @Test func followsTheNamesakeThatTheKeyIdentifierNamesAndNoOther() throws {
        let namesakes = (0..<20).map { _ in root.authority("Alpha Issuing CA") }
        let search = try unchecked(namesakes[13].issue("mail.contoso.com"), pool: namesakes)
        #expect(search.attempts.count == 1)
        #expect(search.best?.path.certificates[1] == (try namesakes[13].certificate))
    }

    @Test func followsEveryNamesakeWhereNoKeyIdentifierTells() throws {
        let namesakes = (0..<4).map { _ in root.authority("Alpha Issuing CA") }
        let leaf = namesakes[2].issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        #expect(try unchecked(leaf, pool: namesakes).attempts.count == 4)
    }

    @Test func showsTheWayWithoutOtherDefectsFirst() throws {
        let long = root.authority("Alpha Policy CA")
        let sound = long.authority("Alpha Issuing CA")
        let expired = root.authority("Alpha Issuing CA") { $0.notAfter = "20250101000000Z" }
        let leaf = sound.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        let search = try unchecked(leaf, pool: [expired, sound, long])
        #expect(search.isUndetermined)
        #expect(search.best?.path.certificates[1] == (try sound.certificate))
    }

    @Test func refusesAPathThatIsBadInAnotherWay() throws {
        let issuing = root.authority("Alpha Issuing CA") { $0.notAfter = "20250101000000Z" }
        let search = try unchecked(issuing.issue("mail.contoso.com"), pool: [issuing])
        #expect(!search.isUndetermined)
        #expect(search.bestDefects.contains(.expired))
    }

    @Test func tellsAMissingIssuerAndAnUntrustedRootByName() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let missing = try unchecked(leaf)
        #expect(missing.bestDefects == [.issuerMissing])
        #expect(!missing.isUndetermined)
        let untrusted = try unchecked(leaf, pool: [issuing, root], anchors: [Forge.authority("Beta Root")])
        #expect(untrusted.bestDefects.last == .selfSignedNotTrusted)
        #expect(!untrusted.isUndetermined)
    }

    @Test func tellsASelfSignedCertificateByItsKeyIdentifier() throws {
        let search = try unchecked(Forge.selfSigned("EX01"))
        #expect(search.bestDefects == [.signatureNotChecked, .selfSignedNotTrusted])
        #expect(!search.isUndetermined)
    }

    @Test func leavesOpenWhetherANamesakeOfAnAnchorSignedItself() throws {
        let namesake = Forge.authority("Alpha Root")
        let search = try unchecked(namesake)
        #expect(search.isUndetermined)
        #expect(search.attempts.contains { $0.defects.last?.kind == .selfSignedNotTrusted })
        let leaf = namesake.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        #expect(try unchecked(leaf, pool: [namesake]).isUndetermined)
    }

    @Test func trustsNoTargetForBeingAnAnchor() throws {
        let search = try unchecked(root)
        #expect(search.trusted == nil)
        #expect(search.isUndetermined)
    }

    @Test func endsInRings() throws {
        let first = Forge.authority("Ring A")
        let second = first.authority("Ring B")
        let ring = second.authority("Ring A") { $0.key = first.key }
        let search = try unchecked(second.issue("mail.contoso.com"), pool: [second, ring])
        #expect(search.trusted == nil)
        #expect(search.bestDefects.contains(.loop))
    }

    @Test func meetsTheBudgetAmongManyNamesakes() throws {
        let namesakes = (0..<6).map { _ in root.authority("Alpha Issuing CA") }
        var budget = PathBudget()
        budget.paths = 4
        let leaf = namesakes[0].issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        let search = try search(
            leaf,
            pool: namesakes,
            anchors: [Forge.authority("Beta Root")],
            budget: budget,
            signatures: .notChecked
        )
        #expect(search.limitMet == .paths)
        #expect(search.isUndetermined)
    }
}
