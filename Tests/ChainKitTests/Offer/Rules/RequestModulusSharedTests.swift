import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestModulusSharedTests {
    private let rule = RequestModulusShared()

    private func findings(_ own: ForgedKey, beside other: ForgedKey) throws -> [OfferFinding] {
        let request = try OfferForge.request { $0.key = own }
        let neighbour = try OfferForge.request("other.contoso.com") { $0.key = other }
        return rule.findings(
            in: try OfferForge.offer(request, neighbours: [NeighbouringKey(neighbour, path: "other.csr")])
        )
    }

    @Test func passesKeysThatHaveNothingInCommon() throws {
        #expect(try findings(.kept(.rsa(2_048)), beside: .kept(.rsa(2_048), number: 1)).isEmpty)
        #expect(try findings(.kept(.rsa(2_048)), beside: .kept(.p256)).isEmpty)
    }

    @Test func flagsAPrimeInCommon() throws {
        let (one, other) = ForgedKey.sharingPrime(bits: 2_048)
        let found = try findings(one, beside: other)
        #expect(
            found.map(\.message) == [
                "the modulus has a factor in common with the key of other.csr: both private keys are public"
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func warnsOfTheVerySameKey() throws {
        let found = try findings(.kept(.rsa(2_048)), beside: .kept(.rsa(2_048)))
        #expect(found.map(\.message) == ["the key is the one of other.csr"])
        #expect(found.first?.severity == .warning)
    }

    @Test func passesOverTheRequestItself() throws {
        let request = try OfferForge.request()
        let offer = try OfferForge.offer(request, neighbours: [NeighbouringKey(request, path: "own.csr")])
        #expect(rule.findings(in: offer).isEmpty)
    }
}
