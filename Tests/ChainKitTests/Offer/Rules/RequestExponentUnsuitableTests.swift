import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestExponentUnsuitableTests {
    private let rule = RequestExponentUnsuitable()

    @Test func passesTheUsualExponentAndOtherKeys() throws {
        #expect(try rule.messages(try OfferForge.request()).isEmpty)
        #expect(try rule.messages(try OfferForge.request { $0.key = .kept(.p256) }).isEmpty)
    }

    @Test func warnsOfASmallExponent() throws {
        let request = try OfferForge.request { $0.key = .rsa(bits: 2_048, exponent: 3) }
        let found = rule.findings(in: try OfferForge.offer(request))
        #expect(found.map(\.message) == ["the public exponent is 3; 65537 should be the least"])
        #expect(found.first?.severity == .warning)
    }

    @Test(arguments: [(UInt8(0x00), "the public exponent is even"), (0x02, "the public exponent is even")])
    func flagsAnEvenExponent(_ last: UInt8, _ message: String) throws {
        // 65537 is 02 03 01 00 01; its last octet stands before the attributes.
        var der = try OfferForge.request().der
        let exponent: [UInt8] = [0x02, 0x03, 0x01, 0x00, 0x01]
        let start = try #require(
            der.indices.dropLast(5).first { Array(der[$0..<($0 + 5)]) == exponent }
        )
        der[start + 4] = last
        #expect(try rule.messages(try CertificateRequest(der: der)) == [message])
    }
}
