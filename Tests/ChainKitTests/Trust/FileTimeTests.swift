import Testing

@testable import ChainKit

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
