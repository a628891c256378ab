import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Scope of revocation lists")
struct RevocationScopeTests {
    let forge = RevocationForge()

    /// An issuingDistributionPoint with one fullName and what follows it.
    private func scope(_ place: String? = nil, _ rest: [UInt8] = []) -> [UInt8] {
        let name = place.map { DERWriter.element(0xa0, DERWriter.element(0xa0, Self.uri($0))) } ?? []
        return DERWriter.sequence(name, rest)
    }

    private static func uri(_ text: String) -> [UInt8] { DERWriter.element(0x86, Array(text.utf8)) }

    /// A leaf with one distribution point.
    private func leaf(at place: String, _ rest: [UInt8] = []) -> ForgedCertificate {
        let name = DERWriter.element(0xa0, DERWriter.element(0xa0, Self.uri(place)))
        return forge.issuing.issue("mail.contoso.com") {
            $0.extensions = [Self.points(DERWriter.sequence(name, rest))]
        }
    }

    private static func points(_ points: [UInt8]...) -> ForgedExtension {
        ForgedExtension("crlDistributionPoints", value: DERWriter.sequence(points.flatMap(\.self)))
    }

    private func list(_ scope: [UInt8], revoking: [ForgedCertificate] = []) -> [UInt8] {
        forge.issuing.revocationList {
            $0.issuingDistributionPoint = scope
            $0.entries = revoking.map { .init($0) }
        }
    }

    @Test func matchesTheNameOfTheDistributionPoint() throws {
        let leaf = leaf(at: "http://a.example/1.crl")
        let right = list(scope("http://a.example/1.crl"))
        let wrong = list(scope("http://a.example/2.crl"), revoking: [leaf])
        #expect(try forge.status(of: leaf, [right]) == .good)
        #expect(try forge.status(of: leaf, [wrong]) == .unknown(.outOfScope))
        #expect(try forge.status(of: leaf, [wrong, right]) == .good)
        // Without a distribution point a list of some place says nothing.
        #expect(try forge.status([right]) == .unknown(.outOfScope))
    }

    @Test func keepsKindsOfCertificatesApart() throws {
        let users = list(scope(nil, [0x81, 0x01, 0xff]))
        let authorities = list(scope(nil, [0x82, 0x01, 0xff]))
        let attributes = list(scope(nil, [0x85, 0x01, 0xff]))
        let below = forge.issuing.authority("Alpha Sub CA")
        #expect(try forge.status([users]) == .good)
        #expect(try forge.status([authorities]) == .unknown(.outOfScope))
        #expect(try forge.status([attributes]) == .unknown(.outOfScope))
        #expect(try forge.status(of: below, [authorities]) == .good)
        #expect(try forge.status(of: below, [users]) == .unknown(.outOfScope))
    }

    @Test func addsUpReasonsUntilAllAreCovered() throws {
        // keyCompromise and cACompromise in one list, the six others in the other.
        let some = list(scope(nil, [0x83, 0x02, 0x05, 0x60]))
        let rest = list(scope(nil, [0x83, 0x03, 0x07, 0x1f, 0x80]))
        let revoking = list(scope(nil, [0x83, 0x03, 0x07, 0x1f, 0x80]), revoking: [forge.leaf])
        #expect(try forge.status([some]) == .unknown(.reasonsMissing))
        #expect(try forge.status([some, rest]) == .good)
        let since = Instant.test("2026-02-01T00:00:00Z")
        #expect(try forge.status([some, revoking]) == .revoked(reason: nil, since: since))
    }

    @Test func readsANameRelativeToTheIssuer() throws {
        let attribute = DERWriter.sequence(
            DERWriter.identifier("CN"),
            DERWriter.element(0x0c, Array("Part 7".utf8))
        )
        let relative = DERWriter.element(0xa0, DERWriter.element(0xa1, attribute))
        let leaf = forge.issuing.issue("mail.contoso.com") {
            $0.extensions = [Self.points(DERWriter.sequence(relative))]
        }
        let name = DERWriter.element(0x31, attribute)
        let issuer = forge.issuing.name
        let whole = DERWriter.sequence(Array(issuer.dropFirst(2)) + name)
        let full = DERWriter.element(0xa0, DERWriter.element(0xa0, DERWriter.element(0xa4, whole)))
        #expect(try forge.status(of: leaf, [list(DERWriter.sequence(relative))]) == .good)
        #expect(try forge.status(of: leaf, [list(DERWriter.sequence(full))]) == .good)
        #expect(try forge.status([list(DERWriter.sequence(relative))]) == .unknown(.outOfScope))
    }

    @Test func refusesAScopeThatContradictsItself() throws {
        let list = list(scope(nil, [0x81, 0x01, 0xff, 0x82, 0x01, 0xff]))
        let identifier = ObjectIdentifier("2.5.29.28")
        #expect(try forge.status([list]) == .unknown(.criticalExtensionNotUnderstood(identifier)))
    }
}

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
