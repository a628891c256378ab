import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Revocation by complete lists")
struct RevocationCheckerTests {
    let forge = RevocationForge()

    @Test func callsGoodWhatACurrentListLeavesOut() throws {
        #expect(try forge.status([forge.issuing.revocationList { _ in }]) == .good)
    }

    @Test func callsRevokedWhatAListNamesWithReasonAndDate() throws {
        let list = forge.issuing.revocationList(revoking: [forge.leaf], reason: 1)
        let since = Instant.test("2026-02-01T00:00:00Z")
        #expect(try forge.status([list]) == .revoked(reason: .keyCompromise, since: since))
    }

    @Test func knowsNothingWithoutAList() throws {
        #expect(try forge.status([]) == .unknown(.noList))
        #expect(try forge.status([forge.root.revocationList { _ in }]) == .unknown(.noList))
    }

    @Test func holdsAListToItsTimes() throws {
        let list = forge.issuing.revocationList { _ in }
        let start = Instant.test("2026-05-01T00:00:00Z")
        let end = Instant.test("2026-07-01T00:00:00Z")
        #expect(try forge.status([list], at: "2026-07-01T00:00:00Z") == .good)
        #expect(try forge.status([list], at: "2026-07-01T00:00:01Z") == .unknown(.stale(since: end)))
        #expect(try forge.status([list], at: "2026-05-01T00:00:00Z") == .good)
        #expect(
            try forge.status([list], at: "2026-04-30T23:59:59Z") == .unknown(.notYetValid(from: start))
        )
    }

    @Test func believesAStaleListWhatItRevokedForGood() throws {
        let revoked = forge.issuing.revocationList(revoking: [forge.leaf], reason: 4)
        let held = forge.issuing.revocationList(revoking: [forge.leaf], reason: 6)
        let late = "2026-09-01T00:00:00Z"
        let since = Instant.test("2026-02-01T00:00:00Z")
        let end = Instant.test("2026-07-01T00:00:00Z")
        #expect(try forge.status([revoked], at: late) == .revoked(reason: .superseded, since: since))
        #expect(try forge.status([held], at: late) == .unknown(.stale(since: end)))
        #expect(try forge.status([held]) == .revoked(reason: .certificateHold, since: since))
    }

    @Test func refusesAListThatAnotherKeySigned() throws {
        let other = Forge.authority("Alpha Issuing CA")
        #expect(try forge.status([other.revocationList { _ in }]) == .unknown(.signatureInvalid))
    }

    @Test func refusesAListWhoseSignerMayNotSignLists() throws {
        let issuing = forge.root.authority("Beta Issuing CA") { $0.keyUsage = [5] }
        let leaf = issuing.issue("mail.contoso.com")
        let list = issuing.revocationList { _ in }
        #expect(try forge.status(of: leaf, [list], pool: [issuing]) == .unknown(.cRLSignMissing))
    }

    @Test func acceptsASignerWithoutKeyUsage() throws {
        let issuing = forge.root.authority("Beta Issuing CA") { $0.keyUsage = nil }
        let leaf = issuing.issue("mail.contoso.com")
        #expect(try forge.status(of: leaf, [issuing.revocationList { _ in }], pool: [issuing]) == .good)
    }

    @Test func passesOverAListWithAnUnknownCriticalExtension() throws {
        let unknown = ForgedExtension("1.2.3.4", isCritical: true, value: [0x05, 0x00])
        let identifier = ObjectIdentifier("1.2.3.4")
        let ofList = forge.issuing.revocationList { $0.extensions = [unknown] }
        let ofEntry = forge.issuing.revocationList { template in
            template.entries = [.init(forge.leaf)]
            template.entries[0].extensions = [unknown]
        }
        for list in [ofList, ofEntry] {
            #expect(try forge.status([list]) == .unknown(.criticalExtensionNotUnderstood(identifier)))
        }
    }

    @Test func doesNotMixSerialNumbersOfDifferentIssuers() throws {
        let twin = forge.root.authority("Beta Issuing CA").issue("mail.contoso.com") {
            $0.serial = forge.leaf.serial
        }
        let list = forge.root.revocationList(revoking: [twin])
        #expect(try forge.status([list, forge.issuing.revocationList { _ in }]) == .good)
    }

    @Test func takesTheNewestOfSeveralLists() throws {
        let old = forge.issuing.revocationList {
            $0.thisUpdate = "260502000000Z"
            $0.entries = [.init(forge.leaf, reason: 6)]
        }
        let new = forge.issuing.revocationList { $0.thisUpdate = "260503000000Z" }
        for lists in [[old, new], [new, old]] { #expect(try forge.status(lists) == .good) }
    }

    @Test func tellsNegativeFromPositiveSerialNumbers() throws {
        let positive = forge.issuing.issue("a.contoso.com") { $0.serial = [0x01] }
        let negative = forge.issuing.issue("b.contoso.com") { $0.serial = [0xff] }
        let list = forge.issuing.revocationList(revoking: [negative])
        #expect(try forge.status(of: positive, [list]) == .good)
        #expect(try forge.status(of: negative, [list]) != .good)
    }
}

/// A list whose signer is trusted under one anchor only speaks on the paths to that anchor; what it says of a
/// certificate holds wherever that certificate stands.
@Suite("What is revoked on one path is revoked on all")
struct RevocationOnEveryPathTests {
    private let alpha = Forge.authority("Alpha Root")
    private let beta = Forge.authority("Beta Root")

    /// What a search amounts to where nothing is demanded of revocation; without lists both ways are trusted.
    private func search(
        of leaf: ForgedCertificate,
        pool: [ForgedCertificate],
        lists: [[UInt8]]
    ) throws -> PathSearch {
        let builder = try builder(pool: pool, anchors: [alpha, beta])
        let checker = RevocationChecker(
            store: RevocationStore(lists: try lists.map { try RevocationList(der: $0) }, responses: []),
            builder: builder
        )
        let search = builder.search(from: try leaf.certificate)
        #expect(search.attempts.count { $0.isTrusted } == 2)
        return checker.apply(to: search, demand: .whatIsKnown)
    }

    private func revokedPositions(_ search: PathSearch) -> [[Int]] {
        search.attempts.map { attempt in
            attempt.defects.compactMap { if case .revoked = $0.kind { $0.position } else { nil } }
        }
    }

    @Test func holdsForATargetWhoseIssuerHasTwoCertificates() throws {
        let issuing = alpha.authority("Issuing CA")
        let crossed = beta.authority("Issuing CA") { $0.key = issuing.key }
        let listKey = alpha.authority("Issuing CA") { $0.keyUsage = [6] }
        let leaf = issuing.issue("mail.contoso.com")
        let search = try self.search(
            of: leaf,
            pool: [issuing, crossed, listKey],
            lists: [listKey.revocationList(revoking: [leaf], reason: 1), alpha.revocationList { _ in }]
        )
        #expect(revokedPositions(search) == [[0], [0]])
        #expect(search.trusted == nil)
    }

    @Test func holdsForAnIssuerWhoseOwnIssuerIsCrossCertified() throws {
        let issuing = alpha.authority("Issuing CA")
        let cross = beta.authority("Alpha Root") { $0.key = alpha.key }
        let listKey = alpha.authority("Alpha Root") { $0.keyUsage = [6] }
        let leaf = issuing.issue("mail.contoso.com")
        // The newer list counts. Under Beta its signer is not trusted, and the older one calls the issuer good.
        let newer = listKey.revocationList {
            $0.thisUpdate = "260502000000Z"
            $0.entries = [.init(issuing, reason: 2)]
        }
        let search = try self.search(
            of: leaf,
            pool: [issuing, cross, listKey],
            lists: [newer, alpha.revocationList { _ in }]
        )
        #expect(revokedPositions(search) == [[1], [1]])
        #expect(search.trusted == nil)
    }
}
