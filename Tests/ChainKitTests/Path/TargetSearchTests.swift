import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("The search from one target")
struct TargetSearchTests {
    private let root = Forge.authority("Alpha Root")

    /// Its signature is good: what is wrong is that nothing leads out.
    @Test(arguments: [SignatureChecking.checked, .notChecked])
    func callsARingWithoutAWayOutALoop(_ signatures: SignatureChecking) throws {
        let first = root.authority("Ring A")
        let second = first.authority("Ring B")
        let target = second.authority("Ring A") { $0.key = first.key }
        let search = try search(target, pool: [second, target], anchors: [root], signatures: signatures)
        #expect(search.bestDefects.contains(.loop))
        #expect(!search.bestDefects.contains(.signatureInvalid))
    }

    /// The ways up from an issuer are worked out without the target, which may stand in one of them.
    @Test(arguments: [SignatureChecking.checked, .notChecked])
    func holdsTheTargetOnceInEveryPath(_ signatures: SignatureChecking) throws {
        let first = root.authority("Ring A")
        let second = first.authority("Ring B")
        let target = second.authority("Ring A") { $0.key = first.key }
        let pool = [first, second, target]
        // The ways up from the second, which are shared, lead through the target.
        let below = try search(
            second.issue("mail.contoso.com"),
            pool: pool,
            anchors: [root],
            signatures: signatures
        )
        let certificate = try target.certificate
        #expect(below.attempts.contains { $0.path.certificates.contains(certificate) })
        let search = try search(target, pool: pool, anchors: [root], signatures: signatures)
        #expect(search.bestNames == ["Ring A", "Ring B", "Ring A", "Alpha Root"])
        for attempt in search.attempts {
            #expect(attempt.path.certificates.count { $0 == certificate } == 1)
        }
    }
}
