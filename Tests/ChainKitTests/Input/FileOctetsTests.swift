import Forges
import TestSupport
import Testing

@testable import ChainKit

/// A whole file is read, of any size up to the limit.
struct FileOctetsTests {
    private static let limit = 1 << 20

    @Test(arguments: [0, 1, 8_190, 8_191, 8_192, 8_193, 100_000])
    func readsFilesOfAnySize(_ size: Int) throws {
        let folder = TemporaryFolder()
        let octets = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        let path = folder.write(octets, to: "file")
        #expect(try FileOctets.read(path, limit: Self.limit) == octets)
    }

    @Test func refusesWhatIsOverTheLimit() throws {
        let folder = TemporaryFolder()
        let path = folder.write([UInt8](repeating: 1, count: 100), to: "file")
        #expect(throws: FileOctets.Failure.tooLarge) { try FileOctets.read(path, limit: 99) }
        #expect(try FileOctets.read(path, limit: 100).count == 100)
    }

    @Test func saysOfAFolderAndADeviceThatTheyAreNoFiles() throws {
        let folder = TemporaryFolder()
        #expect(throws: FileOctets.Failure.notRegular(isFolder: true)) {
            try FileOctets.read(folder.path, limit: Self.limit)
        }
        #expect(throws: FileOctets.Failure.notRegular(isFolder: false)) {
            try FileOctets.read("/dev/null", limit: Self.limit)
        }
    }
}
