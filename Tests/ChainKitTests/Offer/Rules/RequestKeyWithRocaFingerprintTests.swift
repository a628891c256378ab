import Forges
import OpenSSLBridge
import TestSupport
import Testing

@testable import ChainKit

struct RequestKeyWithRocaFingerprintTests {
    private let rule = RequestKeyWithRocaFingerprint()

    @Test func flagsAModulusOfThePublishedForm() throws {
        let request = try OfferForge.request { $0.key = .roca(bits: 2_048) }
        #expect(
            try rule.messages(request) == [
                "the modulus has the fingerprint of keys that can be factored (CVE-2017-15361)"
            ]
        )
    }

    /// Neither this fingerprint nor close primes are seen in keys as OpenSSL makes them.
    @Test func raisesNoFalseAlarmOnFiftyRandomKeys() throws {
        for _ in 0..<50 {
            let key = try #require(Offer.rsaKey(ForgedKey.fresh(.rsa(1_024)).publicDER))
            #expect(!RequestKeyWithRocaFingerprint.hasFingerprint(key.modulus))
            #expect(RSAModulus.fermatRound(key.modulus, rounds: PolicyData.keys.fermatRounds) == nil)
        }
    }
}
