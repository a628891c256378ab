import Forges
import Testing

@testable import ChainKit

/// An offer under each root of the embedded list agrees with what the list says of the root.
struct EveryRootTests {
    @Test func verdictsAgreeWithTheListOnEveryRoot() throws {
        let list = try MicrosoftRootList.embedded()
        let vetter = OfferVetter(trust: .microsoft(list))
        let start = OfferForge.start
        let offer = Offer(request: try OfferForge.request(), start: start)
        var judged = 0
        for entry in list.entries {
            guard let root = list.certificate(of: entry.thumbprint) else { continue }
            let terms = entry.verdict(
                on: root,
                for: .serverAuthentication,
                leafNotBefore: start,
                at: start
            )
            let vetting = try vetter.vet(offer, by: [OfferedIssuer(root: root)])
            let issuance = try #require(vetting.issuances.first)
            if terms.outcome != .purposeNotListed { judged += 1 }
            #expect(issuance.terms.contains { $0.root == root && $0.atStart.outcome == terms.outcome })
            // Three roots have a twin of the same name and key, which a path may end in as well.
            let serves = list.anchors(named: root.subject).contains { twin in
                twin.certificate.publicKey == root.publicKey
                    && twin.verdict(for: .serverAuthentication, leafNotBefore: start, at: start).isTrusted
                    && twin.certificate.notAfter.instant.map { start <= $0 } ?? false
            }
            #expect(
                (issuance.verdict != .doNotBuy) == serves,
                "\(root.subject.rfc4514): \(issuance.findings.map(\.message))"
            )
        }
        #expect(judged > 200)
    }
}
