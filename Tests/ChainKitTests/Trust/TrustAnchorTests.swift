import Forges
import Testing

@testable import ChainKit

struct PrivateAnchorsTests {
    private func roots() throws -> [Certificate] {
        let list = try MicrosoftRootList.embedded()
        return list.entries.prefix(3).compactMap { list.certificate(of: $0.thumbprint) }
    }

    @Test func aCertificateGivenTwiceIsOneAnchor() throws {
        let roots = try roots()
        #expect(PrivateAnchors(roots + roots).all.map(\.certificate) == roots)
    }

    @Test func anchorsAreFoundByNameAndByCertificate() throws {
        let roots = try roots()
        let anchors = PrivateAnchors(roots)
        #expect(anchors.anchors(named: roots[1].subject).map(\.certificate) == [roots[1]])
        #expect(anchors.anchor(for: roots[2])?.terms == .unrestricted)
        #expect(PrivateAnchors([]).anchor(for: roots[2]) == nil)
    }

    @Test func aPrivateAnchorIsTrustedForEveryPurpose() throws {
        let root = try #require(try roots().first)
        let anchor = try #require(PrivateAnchors([root]).anchor(for: root))
        let now = Instant(seconds: 0)
        #expect(anchor.verdict(for: .serverAuthentication, leafNotBefore: now, at: now).isTrusted)
        #expect(anchor.verdict(for: .codeSigning, leafNotBefore: now, at: now).isTrusted)
    }
}
