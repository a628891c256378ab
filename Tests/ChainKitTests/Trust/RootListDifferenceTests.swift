import Forges
import Testing

@testable import ChainKit

struct RootListDifferenceTests {
    private func list(editing edit: (inout [UInt8]) -> Void) throws -> MicrosoftRootList {
        var octets = EmbeddedRoots.list
        edit(&octets)
        return try MicrosoftRootList(stl: octets, certificates: [])
    }

    @Test func aListDoesNotDifferFromItself() throws {
        let list = try MicrosoftRootList.embedded()
        let difference = RootListDifference(from: list, to: list)
        #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.changed.isEmpty)
    }

    @Test func anotherThumbprintIsARootAddedAndOneRemoved() throws {
        let older = try MicrosoftRootList.embedded()
        let newer = try list { $0[140] ^= 1 }
        let difference = RootListDifference(from: older, to: newer)
        #expect(difference.removed == [older.entries[0]])
        #expect(difference.added == [newer.entries[0]])
    }

    @Test func movedDatesAreNamedWithBothEnds() throws {
        // The first entry's property 104 has its FILETIME at 176, property 126 at 202; this moves them by 2^40 units, a day and a quarter.
        let older = try MicrosoftRootList.embedded()
        let newer = try list {
            $0[181] += 1
            $0[207] += 1
        }
        let changes = try #require(RootListDifference(from: older, to: newer).changed.first).changes
        #expect(
            changes.map(\.words) == [
                "the disabling date moved from 2021-08-01 to 2021-08-02",
                "the NotBefore date moved from 2017-04-30 to 2017-05-01",
            ]
        )
    }

    @Test func aPropertyThatTurnsIntoAnotherIsSeenAsBoth() throws {
        // Property 104 of the first entry becomes an unknown one: the disabling is gone.
        let older = try MicrosoftRootList.embedded()
        let newer = try list { $0[171] = 99 }
        let back = RootListDifference(from: newer, to: older).changed.first?.changes
        let date = try #require(Instant(rfc3339: "2021-08-01"))
        #expect(back == [.newlyDisabled(on: date)])
        #expect(RootListDifference(from: older, to: newer).changed.first?.changes == [.disablingWithdrawn])
    }
}
