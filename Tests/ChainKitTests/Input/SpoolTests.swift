import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit

/// What is laid down is taken up as it was; what is not there is told from it.
struct SpoolTests {
    private let folder = TemporaryFolder()

    private func file(_ number: Int32) -> LoneCertificate {
        LoneCertificate(
            spooled: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: Int(number % 7) * 100),
            kind: number % 2 == 0 ? .pem : .der
        )
    }

    private func digest(_ number: Int32) -> SHA256Digest { SHA256Digest(of: [UInt8(number % 251)]) }

    @Test func givesBackWhatWasLaidDownAndHasNoName() throws {
        let spool = try #require(Spool(folder: folder.path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        #expect(spool.room > 0)
        #expect(spool.write(Array("one".utf8), at: 0) && spool.write(Array("two".utf8), at: 3))
        #expect(spool.read(6, at: 0) == Array("onetwo".utf8))
        #expect(spool.read(2, at: 4) == Array("wo".utf8))
        #expect(spool.read(3, at: 4) == nil)
        #expect(spool.read(0, at: 100) == [])
    }

    @Test func isNoneWhereNoFileCanBeMade() {
        for path in [folder.path + "/missing", folder.write("", to: "file"), "/proc"] {
            #expect(Spool(folder: path) == nil)
        }
    }

    /// Every third input, ten to a block.
    private func spooled(_ count: Int32, room: Int = 1 << 30) -> SpooledFiles {
        var spooled = SpooledFiles(folder: folder.path, room: room)
        for number in 0..<count {
            if number % 3 == 0 { spooled.add(file(number), digest: digest(number), at: number) }
            if number % 30 == 29 { spooled.endBlock() }
        }
        return spooled
    }

    private func isThere(_ number: Int32, in spooled: SpooledFiles, _ reader: SpoolReader) -> Bool {
        guard let found = reader.file(number, of: spooled) else { return false }
        let expected = file(number)
        #expect(found.file.der == expected.der && found.file.kind == expected.kind)
        #expect(found.digest == digest(number))
        return true
    }

    @Test func givesFilesInTheirOrderAndInAnyOther() throws {
        let spooled = spooled(300)
        let reader = SpoolReader()
        for number in 0..<320 as Range<Int32> {
            #expect(isThere(number, in: spooled, reader) == (number < 300 && number % 3 == 0))
        }
        for number in [299, 297, 3, 0, 6, 5, 3, 3, 150, 147, 0] as [Int32] {
            #expect(isThere(number, in: spooled, reader) == (number % 3 == 0))
        }
        #expect(!isThere(-1, in: spooled, reader))
    }

    @Test func laysDownAsMuchAsThereIsRoomFor() throws {
        let whole = spooled(300)
        let some = spooled(300, room: 10_000)
        let reader = SpoolReader()
        let there = (0..<300 as Range<Int32>).filter { isThere($0, in: some, reader) }
        #expect(!there.isEmpty && there.count < 100)
        #expect(there.allSatisfy { isThere($0, in: whole, SpoolReader()) })
        #expect(!isThere(0, in: spooled(300, room: 0), reader))
    }

    @Test func laysDownNothingWithoutAFolder() throws {
        for folder in [nil, "/proc", self.folder.path + "/missing"] {
            var spooled = SpooledFiles(folder: folder, room: 1 << 20)
            spooled.add(file(3), digest: digest(3), at: 3)
            spooled.endBlock()
            #expect(!isThere(3, in: spooled, SpoolReader()))
            #expect(spooled.spool == nil)
        }
    }
}
