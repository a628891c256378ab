import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("What RFC 5280 asks of a path")
struct PathValidationTests {
    let root = Forge.authority("Alpha Root")

    private func defects(
        of adjust: (inout CertificateTemplate) -> Void,
        leaf: (inout CertificateTemplate) -> Void = { _ in }
    ) throws -> [PathDefect.Kind] {
        let issuing = root.authority("Alpha Issuing CA", adjust)
        return try search(issuing.issue("mail.contoso.com", leaf), pool: [issuing], anchors: [root])
            .bestDefects
    }

    @Test func refusesAnIssuerThatIsNoAuthority() throws {
        #expect(try defects { $0.isAuthority = false } == [.notAuthority])
        #expect(try defects { $0.isAuthority = nil } == [.notAuthority])
        #expect(try defects { $0.keyUsage = [0] } == [.keyCertSignMissing])
        #expect(try defects { $0.keyUsage = nil } == [])
    }

    @Test func refusesAnIssuerOutsideItsValidity() throws {
        #expect(try defects { $0.notAfter = "20260531235959Z" } == [.expired])
        #expect(try defects { $0.notAfter = "20260601000000Z" } == [])
        #expect(try defects { $0.notBefore = "20260601000001Z" } == [.notYetValid])
    }

    @Test func nestsPurposesThroughIntermediates() throws {
        #expect(
            try defects { $0.extendedKeyUsage = ["emailProtection"] } == [
                .purposeExcluded(.serverAuthentication)
            ]
        )
        #expect(try defects { $0.extendedKeyUsage = ["serverAuth"] } == [])
        #expect(try defects { $0.extendedKeyUsage = ["anyExtendedKeyUsage"] } == [])
    }

    /// digitalSignature 0, nonRepudiation 1, keyEncipherment 2, keyAgreement 4, keyCertSign 5, cRLSign 6: OpenSSL says
    /// the same of each.
    @Test(arguments: [
        ([0], true), ([2], true), ([4], true), ([0, 6], true), ([6], false), ([5], false), ([1], false),
        ([3], false), ([], false),
    ]) func asksOfAServersKeyUsageOneBitThatTLSUses(_ usage: [Int], _ isAccepted: Bool) throws {
        let leaf = root.issue("mail.contoso.com") { $0.keyUsage = usage }
        let attempts = try search(leaf, anchors: [root]).attempts
        #expect(
            attempts.map { $0.defects.map(\.kind) } == [
                isAccepted ? [] : [.keyUsageExcluded(.serverAuthentication)]
            ]
        )
        let openSSL = OpenSSLVerifier.answer(
            leaf: leaf.der,
            intermediates: [],
            roots: [root.der],
            time: 1_780_272_000
        )
        #expect(openSSL.isAccept == isAccepted)
    }

    /// OpenSSL refuses both; the suites of browsers do not.
    @Test func asksNoMoreOfAnAuthorityAndOfBitsWithoutAMeaning() throws {
        let authority = root.authority("mail.contoso.com")
        let undefined = root.issue("mail.contoso.com") { $0.keyUsage = [8] }
        for leaf in [authority, undefined] {
            #expect(try search(leaf, anchors: [root]).best?.defects.isEmpty == true)
        }
        let lister = root.authority("mail.contoso.com") { $0.keyUsage = [6] }
        #expect(try search(lister, anchors: [root]).best?.defects.isEmpty == false)
    }

    @Test func refusesCriticalExtensionsThatNobodyKnows() throws {
        let unknown = ForgedExtension("1.2.3.4", isCritical: true, value: [0x05, 0x00])
        #expect(
            try defects { $0.extensions = [unknown] } == [
                .criticalExtensionNotUnderstood(ObjectIdentifier("1.2.3.4"))
            ]
        )
    }

    @Test func countsThePathLengthWithoutTheTargetAndSelfIssuedCertificates() throws {
        let policy = root.authority("Alpha Policy CA") { $0.pathLength = 0 }
        let issuing = policy.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let long = try search(leaf, pool: [policy, issuing], anchors: [root])
        #expect(long.bestDefects == [.pathLengthExceeded(maximum: 0)])
        let rolled = policy.authority("Alpha Policy CA")
        let short = try search(rolled.issue("mail.contoso.com"), pool: [policy, rolled], anchors: [root])
        #expect(short.trusted != nil)
    }

    @Test func noticesASignatureThatIsNotTheIssuers() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        var der = leaf.der
        der[der.count - 1] ^= 1
        let search = try builder(pool: [issuing], anchors: [root]).search(from: Certificate(der: der))
        #expect(search.bestDefects == [.signatureInvalid])
    }

    @Test func leavesTheTargetsOwnDefectsToItsOwnRules() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com") {
            $0.notAfter = "20260301000000Z"
            $0.extendedKeyUsage = ["clientAuth"]
        }
        let search = try search(leaf, pool: [issuing], anchors: [root])
        #expect(search.trusted != nil)
        #expect(search.best?.defects.map(\.kind) == [.expired, .purposeExcluded(.serverAuthentication)])
    }

    @Test func notesWeakHashesAndEarlyEndsOfIntermediates() throws {
        let issuing = root.authority("Alpha Issuing CA") {
            $0.hash = .sha1
            $0.notAfter = "20261201000000Z"
        }
        let search = try search(issuing.issue("mail.contoso.com"), pool: [issuing], anchors: [root])
        #expect(search.trusted?.notes == [.weakSignatureHash(at: 1, .sha1), .expiresBeforeTarget(at: 1)])
    }
}
