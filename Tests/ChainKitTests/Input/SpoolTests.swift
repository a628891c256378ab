import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit

/// A file without a name gives back what was written to it.
struct SpoolTests {
    private let folder = TemporaryFolder()

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
}
