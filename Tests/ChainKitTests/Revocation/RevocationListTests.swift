import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Revocation lists")
struct RevocationListTests {
    let forge = RevocationForge()

    @Test func readsEveryField() throws {
        let list = try RevocationList(
            der: forge.issuing.revocationList { template in
                template.entries = [.init(forge.leaf, reason: 4)]
                template.deltaBase = 9
            }
        )
        #expect(list.version == 2)
        #expect(list.issuer == (try forge.issuing.certificate).subject)
        #expect(list.thisUpdate.instant == .test("2026-05-01T00:00:00Z"))
        #expect(list.nextUpdate?.instant == .test("2026-07-01T00:00:00Z"))
        #expect(list.number == RevocationListNumber(magnitude: [0, 10]))
        #expect(list.deltaBase == RevocationListNumber(magnitude: [9]))
        #expect(list.authorityKeyIdentifier == (try forge.issuing.certificate).subjectKeyIdentifier)
        #expect(list.entryCount == 1)
        #expect(list.entry(for: try forge.leaf.certificate)?.reason == .superseded)
        #expect(list.entry(for: try forge.issuing.certificate) == nil)
        #expect(list.defects.isEmpty)
    }

    @Test func refusesWhatIsNoList() throws {
        for der in [[], [0x30, 0x00], forge.leaf.der, forge.issuing.revocationList { _ in } + [0]] {
            #expect(throws: RevocationListError.self) { try RevocationList(der: der) }
        }
    }

    /// Each departure from section 5 that leaves the list readable.
    @Test func notesDeparturesFromTheProfile() throws {
        func defects(_ adjust: (inout RevocationListTemplate) -> Void) throws -> [RevocationListDefect] {
            try RevocationList(der: forge.issuing.revocationList(adjust)).defects
        }
        let critical = ForgedExtension("crlNumber", isCritical: true, value: [0x02, 0x01, 0x05])
        #expect(try defects { $0.nextUpdate = nil } == [.nextUpdateMissing])
        #expect(try defects { $0.version = nil } == [.version(1)])
        #expect(try defects { $0.version = 3 } == [.version(3)])
        #expect(try defects { $0.thisUpdate = "20260501000000Z" } == [.timeNotUTCTime])
        #expect(try defects { $0.nextUpdate = "20500101000000Z" }.isEmpty)
        #expect(
            try defects {
                $0.number = nil
                $0.extensions = [critical]
            } == [.mustNotBeCritical(ObjectIdentifier("2.5.29.20"))]
        )
        #expect(
            try defects { $0.extensions = [critical] }.contains(
                .repeatedExtension(ObjectIdentifier("2.5.29.20"))
            )
        )
    }

    @Test func aListThatDepartsFromTheProfileRevokesButNeverClears() throws {
        let empty = forge.issuing.revocationList { $0.nextUpdate = nil }
        let full = forge.issuing.revocationList {
            $0.nextUpdate = nil
            $0.entries = [.init(forge.leaf)]
        }
        #expect(try forge.status([empty]) == .unknown(.malformed("it has no nextUpdate")))
        #expect(
            try forge.status([full]) == .revoked(reason: nil, since: .test("2026-02-01T00:00:00Z"))
        )
    }

    @Test func findsOneOfManyEntriesWithoutAWalk() throws {
        let list = try RevocationList(
            der: forge.issuing.revocationList { template in
                template.entries = (0..<20_000).map { number in
                    var entry = RevocationListTemplate.Entry(forge.leaf)
                    entry.serial = [1, UInt8(number >> 8), UInt8(number & 0xff)]
                    return entry
                }
                template.entries.append(.init(forge.leaf))
            }
        )
        let leaf = try forge.leaf.certificate
        #expect(list.entryCount == 20_001)
        let clock = ContinuousClock()
        let time = clock.measure { for _ in 0..<10_000 { _ = list.entry(for: leaf) } }
        #expect(time < .seconds(2))
    }
}
