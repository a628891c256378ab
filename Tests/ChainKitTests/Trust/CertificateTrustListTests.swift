import Forges
import Testing

@testable import ChainKit

struct CertificateTrustListTests {
    /// The content octets of a property's identifier up to its number.
    private static let prefix: [UInt8] = [0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x0a, 0x0b]

    /// The embedded list with the first property `number` turned into another.
    private func list(turning number: UInt8, into other: UInt8) throws -> MicrosoftRootList {
        var octets = EmbeddedRoots.list
        let identifier = Self.prefix + [number]
        let start = octets.indices.first { octets[$0...].starts(with: identifier) }
        octets[try #require(start) + identifier.count - 1] = other
        return try MicrosoftRootList(stl: octets, certificates: [], includingEmbedded: true)
    }

    @Test func theEmbeddedListIsThatOf23October2026() throws {
        let list = try CertificateTrustList(EmbeddedRoots.list)
        #expect(list.thisUpdate.rfc3339 == "2026-10-23T23:18:35Z")
        #expect(list.nextUpdate == nil)
        #expect(list.entries.count == 555)
        #expect(list.extensions.map(\.dotted) == ["1.3.6.1.4.1.311.10.3.52"])
    }

    @Test func theSequenceNumberIsTheTimeOfTheList() throws {
        let list = try CertificateTrustList(EmbeddedRoots.list)
        #expect(list.sequenceNumber.first == 0x14)
        let made = try #require(FileTime.instant(bigEndian: list.sequenceNumber.dropFirst()))
        #expect(made.seconds == list.thisUpdate.seconds)
    }

    @Test(arguments: [0, 1, 20, 130, 1_000, 100_000, 204_674])
    func aTruncatedListIsAnErrorAtItsEnd(count: Int) throws {
        let octets = Array(EmbeddedRoots.list.prefix(count))
        #expect {
            try MicrosoftRootList(stl: octets, certificates: [])
        } throws: { error in
            guard case .malformed(_, let offset)? = error as? RootListError else { return false }
            return offset == count
        }
    }

    @Test func dataAfterTheListIsAnErrorWithItsOffset() {
        let octets = EmbeddedRoots.list
        let error = RootListError.malformed(
            reason: "unexpected data after the PKCS #7 message",
            offset: octets.count
        )
        #expect(throws: error) { try MicrosoftRootList(stl: octets + [0], certificates: []) }
    }

    @Test func noFlippedOctetOfTheFrameCrashesTheReader() {
        for offset in stride(from: 0, to: 600, by: 5) {
            var octets = EmbeddedRoots.list
            octets[offset] ^= 0xff
            _ = try? MicrosoftRootList(stl: octets, certificates: [])
        }
    }

    @Test(arguments: [84, 128, 99] as [UInt8])
    func anUnknownPropertyIsReportedAndItsRootNotTrusted(number: UInt8) throws {
        // 128 takes two octets as an arc, so its lower seven bits alone make property 0: unknown as well.
        let list = try list(turning: 105, into: number & 0x7f)
        let entry = try #require(list.entries.first)
        #expect(entry.unknownProperties.map(\.number) == [Int(number & 0x7f)])
        let verdict = list.verdict(
            on: entry.thumbprint,
            for: .serverAuthentication,
            leafNotBefore: list.thisUpdate,
            at: list.thisUpdate
        )
        #expect(verdict.outcome == .notUnderstood)
        #expect(verdict.reason.contains("1.3.6.1.4.1.311.10.11.\(number & 0x7f)"))
    }

    @Test func aPropertyThatIsOnlyInformationLeavesTheTermsAlone() throws {
        let list = try list(turning: 105, into: 123)
        let entry = try #require(list.entries.first)
        #expect(entry.unknownProperties.map(\.mayRestrict) == [false])
        #expect(
            list.verdict(
                on: entry.thumbprint,
                for: .serverAuthentication,
                leafNotBefore: list.thisUpdate,
                at: list.thisUpdate
            ).outcome == .disabled
        )
    }

    @Test func aRepeatedPropertyIsAnError() {
        #expect {
            try list(turning: 126, into: 104)
        } throws: { error in
            "\(error)".contains("a second property 1.3.6.1.4.1.311.10.11.104 at offset 184")
        }
    }
}

struct FileTimeTests {
    @Test func littleEndianOctetsAreUnitsOf100NanosecondsSince1601() {
        let octets: [UInt8] = [0x00, 0x80, 0xc8, 0x2b, 0x68, 0x86, 0xd7, 0x01]
        #expect(FileTime.instant(littleEndian: octets)?.rfc3339 == "2021-08-01T00:00:00Z")
        #expect(FileTime.instant(bigEndian: octets.reversed())?.rfc3339 == "2021-08-01T00:00:00Z")
    }

    @Test(arguments: [0, 7, 9])
    func anyNumberOfOctetsButEightIsNoTime(count: Int) {
        #expect(FileTime.instant(littleEndian: [UInt8](repeating: 0, count: count)) == nil)
    }

    @Test func theLargestValueIsATimeAndNoCrash() {
        #expect(FileTime.instant(littleEndian: [UInt8](repeating: 0xff, count: 8)) != nil)
    }
}
