import TestSupport
import Testing

@testable import ChainKit

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A worker's reader gives what a file holds, whichever folders its files lie in, or leaves the file to others.
struct SmallFileReaderTests {
    private let folder = TemporaryFolder()
    private let reader = SmallFileReader()

    private func octets(of path: String) -> [UInt8]? { reader.withOctets(of: path) { Array($0) } }

    @Test(arguments: [0, 1, 8_190, 8_191, 8_192, 100_000])
    func readsFilesBelowItsBuffer(_ size: Int) {
        let written = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        let path = folder.write(written, to: "file")
        let isSmall = (1...SmallFileReader.mostOctets).contains(size)
        #expect(octets(of: path) == (isSmall ? written : nil))
        let second = InputReader().secondReading(path: path, with: reader)
        guard case .content(let content) = second else {
            Issue.record("no certificate is in \(size) octets")
            return
        }
        #expect(content.record == InputReader().read(path: path).record)
    }

    @Test func readsFromOneFolderAfterAnother() {
        let paths = ["a/one", "a/two", "ab/one", "a/b/one", "a/one"]
        for path in paths { folder.write(path, to: path) }
        for path in paths { #expect(octets(of: folder.path + "/" + path) == Array(path.utf8)) }
        #expect(octets(of: folder.path + "/c/one") == nil)
        #expect(octets(of: folder.path + "/a/three") == nil)
        #expect(octets(of: folder.path + "//a//one") == Array("a/one".utf8))
    }

    @Test func readsNamesThatAreNotUTF8() {
        folder.write([1, 2, 3], toName: [0x61, 0xff])
        #expect(octets(of: folder.path + "/a\\xff") == [1, 2, 3])
    }

    @Test func leavesToOthersWhatIsNoFile() {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        for path in [folder.path, folder.path + "/", folder.path + "/pipe", "/dev/null", "/"] {
            #expect(octets(of: path) == nil)
        }
    }

    @Test func seesWhatTakesTheNameOfAFileThatWasRead() {
        let path = folder.write("before", to: "file")
        #expect(octets(of: path) == Array("before".utf8))
        folder.write("after", to: "file")
        #expect(octets(of: path) == Array("after".utf8))
    }
}
