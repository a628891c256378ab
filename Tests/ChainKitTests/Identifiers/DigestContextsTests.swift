import Forges
import OpenSSLBridge
import Testing

@testable import ChainKit

/// A digest made in a context that is kept is the digest.
struct DigestContextsTests {
    @Test func givesTheSameDigestsOneAfterAnother() {
        let contexts = DigestContexts()
        for count in [0, 1, 55, 56, 64, 1_000, 100_000, 1] {
            let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
            #expect(SHA256Digest(of: octets, in: contexts) == SHA256Digest(of: octets))
            #expect(Thumbprint(of: octets, in: contexts) == Thumbprint(of: octets))
            #expect(SHA256Digest(of: octets, in: nil) == SHA256Digest(of: octets))
            #expect(Thumbprint(of: octets, in: nil) == Thumbprint(of: octets))
        }
    }
}
