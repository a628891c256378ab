import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestKeyUnsuitableTests {
    private let rule = RequestKeyUnsuitable()

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .p256, .p384])
    func passesWhatPublicCAsCertify(_ kind: ForgedKeyKind) throws {
        #expect(try rule.messages(try OfferForge.request { $0.key = .kept(kind) }).isEmpty)
    }

    @Test func flagsShortRSAAndCitesThePolicy() throws {
        let request = try OfferForge.request { $0.key = .kept(.rsa(1_024)) }
        let found = rule.findings(in: try OfferForge.offer(request))
        #expect(found.map(\.message) == ["the key is RSA-1024; 2048 bits are the least"])
        #expect(found.first?.policy == [PolicyData.keySizeSource])
    }

    @Test func flagsKindsThatNoPublicCACertifies() throws {
        let request = try OfferForge.request { $0.key = .kept(.ed25519) }
        #expect(try rule.messages(request) == ["the key is Ed25519, which public CAs do not certify for TLS"])
    }
}
