import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestPrimesCloseTests {
    private let rule = RequestPrimesClose()

    @Test func flagsPrimesThatFollowOneAnother() throws {
        let request = try OfferForge.request { $0.key = .closePrimes(bits: 2_048) }
        #expect(
            try rule.messages(request) == [
                "the modulus is factored by Fermat's method in round 1: the private key is public"
            ]
        )
    }

    @Test func passesOtherKeysThanRSA() throws {
        #expect(try rule.messages(try OfferForge.request { $0.key = .kept(.p256) }).isEmpty)
    }
}
