import TestSupport
import Testing

@testable import ChainKit

@Suite("Delta lists")
struct RevocationDeltasTests {
    let forge = RevocationForge()
    let since = Instant.test("2026-02-01T00:00:00Z")

    private func base(_ adjust: (inout RevocationListTemplate) -> Void = { _ in }) -> [UInt8] {
        forge.issuing.revocationList(adjust)
    }

    private func delta(_ adjust: (inout RevocationListTemplate) -> Void = { _ in }) -> [UInt8] {
        forge.issuing.revocationList {
            $0.number = 12
            $0.deltaBase = 10
            adjust(&$0)
        }
    }

    @Test func addsWhatWasRevokedSince() throws {
        let delta = delta { $0.entries = [.init(forge.leaf, reason: 1)] }
        #expect(try forge.status([base(), delta]) == .revoked(reason: .keyCompromise, since: since))
    }

    @Test func liftsAHoldAgain() throws {
        let held = base { $0.entries = [.init(forge.leaf, reason: 6)] }
        let lifting = delta { $0.entries = [.init(forge.leaf, reason: 8)] }
        #expect(try forge.status([held]) == .revoked(reason: .certificateHold, since: since))
        #expect(try forge.status([held, lifting]) == .good)
    }

    @Test func isNothingWithoutItsBase() throws {
        #expect(try forge.status([delta()]) == .unknown(.deltaWithoutBase))
    }

    @Test(arguments: [(9, 12), (10, 9), (10, 10)])
    func fitsNoBaseOfAnotherNumber(_ numbers: (base: Int, delta: Int)) throws {
        let delta = delta {
            $0.deltaBase = numbers.base == 9 ? 11 : numbers.base
            $0.number = numbers.delta
            $0.entries = [.init(forge.leaf)]
        }
        #expect(try forge.status([base(), delta]) == .good)
    }

    @Test func fitsNoBaseOfAnotherScopeOrSigner() throws {
        let scoped = delta {
            $0.entries = [.init(forge.leaf)]
            $0.issuingDistributionPoint = DERWriter.sequence([0x81, 0x01, 0xff])
        }
        let other = Forge.authority("Alpha Issuing CA").revocationList {
            $0.number = 12
            $0.deltaBase = 10
            $0.entries = [.init(forge.leaf)]
        }
        #expect(try forge.status([base(), scoped]) == .good)
        #expect(try forge.status([base(), other]) == .good)
    }

    @Test func bringsABaseThatHasRunOutUpToDate() throws {
        let old = base { $0.nextUpdate = "260515000000Z" }
        let end = Instant.test("2026-05-15T00:00:00Z")
        #expect(try forge.status([old]) == .unknown(.stale(since: end)))
        #expect(try forge.status([old, delta()]) == .good)
        #expect(
            try forge.status([old, delta { $0.nextUpdate = "260520000000Z" }]) == .unknown(.stale(since: end))
        )
    }
}
