import Forges
import Testing

@testable import ChainKit

struct MicrosoftRootListTests {
    private let list: MicrosoftRootList

    init() throws { list = try MicrosoftRootList.embedded() }

    private func certificate(_ thumbprint: String) throws -> Certificate {
        let thumbprint = try #require(Thumbprint(hexadecimal: thumbprint))
        return try #require(list.certificate(of: thumbprint))
    }

    @Test func bothRootsOfOneNameAreFound() throws {
        let izenpe = try certificate("2F783D255218A74A653971B52CA29C45156FE919")
        let found = list.anchors(named: izenpe.subject).map(\.certificate.thumbprint.hexadecimal)
        #expect(
            Set(found) == [
                "2F783D255218A74A653971B52CA29C45156FE919", "30779E9315022E94856A3FF8BCF815B082F9AEFD",
            ]
        )
    }

    @Test func everyRootIsFoundByItsName() throws {
        for entry in list.entries {
            let root = try #require(list.certificate(of: entry.thumbprint))
            #expect(list.anchors(named: root.subject).contains { $0.certificate == root })
        }
    }

    @Test func aNameThatDiffersInCaseOnlyIsTheSameName() throws {
        // CN=ISRG Root X1 with its attributes as UTF8String, in capitals.
        let isrg = try certificate("CABD2A79A1076A31F21D253635CB039D4329A5E8")
        var der = isrg.subject.der
        for (position, octet) in der.enumerated() where (0x61...0x7a).contains(octet) && position > 20 {
            der[position] = octet - 0x20
        }
        let name = try #require(DistinguishedName(der: der))
        #expect(name != isrg.subject)
        #expect(list.anchors(named: name).map(\.certificate) == [isrg])
    }

    @Test func everyRootIsFoundByItsNameInOtherLetters() throws {
        var found = 0
        for entry in list.entries {
            let root = try #require(list.certificate(of: entry.thumbprint))
            var der = root.subject.der
            // The last letter in the other case, which no identifier or length of these subjects has in its place.
            guard let last = der.lastIndex(where: { (0x61...0x7a).contains($0 | 0x20) }) else { continue }
            der[last] ^= 0x20
            let name = try #require(DistinguishedName(der: der))
            guard NameComparisonKey(name) == NameComparisonKey(root.subject) else { continue }
            #expect(list.anchors(named: name).contains { $0.certificate == root }, "\(root.subject.rfc4514)")
            found += 1
        }
        // A few names end in a string type that is not compared by letters.
        #expect(found > list.entries.count * 9 / 10)
    }

    @Test func anUnknownNameHasNoAnchor() throws {
        let name = try #require(DistinguishedName(der: [0x30, 0]))
        #expect(list.anchors(named: name).isEmpty)
    }

    @Test func theAnchorOfACertificateIsItsEntry() throws {
        let isrg = try certificate("CABD2A79A1076A31F21D253635CB039D4329A5E8")
        let entry = try #require(list.entry(isrg.thumbprint))
        #expect(list.anchor(for: isrg)?.terms == .microsoft(entry))
    }

    @Test func aListWithoutCertificatesStillKnowsARootThatItIsShown() throws {
        let bare = try MicrosoftRootList(stl: EmbeddedRoots.list, certificates: [])
        let isrg = try certificate("CABD2A79A1076A31F21D253635CB039D4329A5E8")
        #expect(bare.certificate(of: isrg.thumbprint) == nil)
        #expect(bare.anchors(named: isrg.subject).isEmpty)
        #expect(bare.anchor(for: isrg)?.certificate == isrg)
    }

    @Test func certificatesGivenInAnyOrderFindTheirEntries() throws {
        let isrg = try certificate("CABD2A79A1076A31F21D253635CB039D4329A5E8")
        let list = try MicrosoftRootList(stl: EmbeddedRoots.list, certificates: [[0x30, 0], isrg.der, []])
        #expect(list.certificate(of: isrg.thumbprint) == isrg)
        #expect(list.entries.count { list.certificate(of: $0.thumbprint) != nil } == 1)
    }

    @Test func manyTasksShareOneCertificateOfARoot() async throws {
        let list = list
        let name = try certificate("CABD2A79A1076A31F21D253635CB039D4329A5E8").subject
        let identities = await withTaskGroup(of: ObjectIdentifier?.self) { group in
            for _ in 0..<50 {
                group.addTask { list.anchors(named: name).first?.certificate.publicKey.algorithm }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(identities.count == 50 && Set(identities).count == 1)
    }

    @Test func theAgeIsCountedInWholeDays() throws {
        let nextDay = list.thisUpdate.adding(days: 1)
        #expect(list.ageInDays(at: Instant(seconds: nextDay.seconds - 1)) == 0)
        #expect(list.ageInDays(at: nextDay) == 1)
        #expect(list.ageInDays(at: Instant(seconds: list.thisUpdate.seconds - 1)) == -1)
    }
}
