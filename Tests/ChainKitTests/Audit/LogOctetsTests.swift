import Foundation
import TestSupport
import Testing

@testable import ChainKit

/// What is laid down is taken up as it was; what is not there is told from it.
struct LogOctetsTests {
    private let folder = TemporaryFolder()

    private func octets(_ entry: UInt32) -> [UInt8] {
        [UInt8](repeating: UInt8(truncatingIfNeeded: entry), count: Int(entry % 7) * 100)
    }

    /// Every third entry of 1,000.
    private func laidDown(memory: Int, file: Int = 1 << 30, in folder: String?) -> LogOctets {
        var limits = InputLimits()
        (limits.keptBetweenReadings, limits.spooledBetweenReadings) = (memory, file)
        var log = LogOctets(limits, spoolFolder: folder)
        for entry in 0..<1_000 as Range<UInt32> where entry % 3 == 0 {
            log.append(octets(entry), of: entry)
        }
        return log
    }

    private func isThere(_ entry: UInt32, in log: borrowing LogOctets, _ reader: inout LogOctetsReader)
        -> Bool
    {
        guard let found = reader.octets(of: entry, in: log) else { return false }
        #expect(found == octets(entry))
        return true
    }

    @Test(arguments: [0, 10_000, 40_000, 1 << 30])
    func givesOctetsInTheirOrderAndInAnyOther(memory: Int) throws {
        let log = laidDown(memory: memory, in: folder.path)
        let usesFile = log.spool != nil
        #expect(usesFile == (memory < 1 << 30))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        var reader = LogOctetsReader()
        for entry in 0..<1_020 as Range<UInt32> {
            let isThere = isThere(entry, in: log, &reader)
            #expect(isThere == (entry < 1_000 && entry % 3 == 0))
        }
        for entry in [999, 297, 3, 0, 6, 5, 3, 3, 150, 147, 0, 960, 999, 0] as [UInt32] {
            let isThere = isThere(entry, in: log, &reader)
            #expect(isThere == (entry % 3 == 0))
        }
    }

    @Test(arguments: [(0, 50_000), (50_000, 0), (20_000, 30_000), (0, 20_000)])
    func takesAsMuchAsThereIsRoomFor(memory: Int, file: Int) {
        let log = laidDown(memory: memory, file: file, in: folder.path)
        var reader = LogOctetsReader()
        let there = (0..<1_000 as Range<UInt32>).filter { isThere($0, in: log, &reader) }
        let octets = there.reduce(0) { $0 + self.octets($1).count }
        #expect(octets + there.count * LogOctets.overhead.file <= memory + file)
        #expect(octets + there.count * LogOctets.overhead.memory >= memory + file - 1_300)
    }

    @Test func laysDownNoMoreThanFindsRoomInMemoryWhereNoFileCanBeMade() {
        for folder in [nil, "/proc", self.folder.path + "/missing"] {
            let log = laidDown(memory: 10_000, in: folder)
            let usesFile = log.spool != nil
            #expect(!usesFile)
            var reader = LogOctetsReader()
            let there = (0..<1_000 as Range<UInt32>).filter { isThere($0, in: log, &reader) }
            #expect(!there.isEmpty && there.count < 40)
        }
    }

    @Test func findsNothingWhereNothingWasLaidDown() {
        var reader = LogOctetsReader()
        let log = laidDown(memory: 0, in: nil)
        let there = (0..<1_000 as Range<UInt32>).filter { isThere($0, in: log, &reader) }
        #expect(there.isEmpty)
    }
}
