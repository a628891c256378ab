import Forges
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
        let content = InputReader().read(path: path, with: reader)
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

/// What is read as a file of one certificate is what the reader of all kinds finds in it; all else is left to that.
struct LoneCertificateTests {
    private let leaf = Forge.selfSigned("mail.contoso.com")

    private func lone(_ octets: [UInt8], limits: InputLimits = InputLimits()) -> LoneCertificate? {
        octets.withUnsafeBufferPointer { LoneCertificate($0, limits: limits) }
    }

    /// Whether it is read as one; then as the general reader does.
    private func isLone(_ octets: [UInt8], limits: InputLimits = InputLimits()) -> Bool {
        guard let lone = lone(octets, limits: limits) else { return false }
        let content = InputReader(limits: limits).read(octets, path: "a.cer")
        let short = lone.content(path: "a.cer")
        #expect(content.certificates == short.certificates && content.record == short.record)
        #expect(content.requests.isEmpty && content.revocation.isEmpty)
        return true
    }

    @Test func aFileInDERIsOne() { #expect(isLone(leaf.der)) }

    @Test(arguments: ["\n", "\r\n", "\r", " ", "\n\n"])
    func aFileInPEMIsOneWhateverItsLinesEndIn(_ lineEnd: String) {
        let lines = leaf.pem.split(separator: "\n").joined(separator: lineEnd)
        for text in [lines, lines + lineEnd, lines + "\r\n \t\n"] { #expect(isLone(Array(text.utf8))) }
    }

    @Test(arguments: [1, 37, 76, 100_000])
    func aFileInPEMIsOneWhateverItsWidth(_ width: Int) {
        #expect(isLone(Array(PEMWriter.block("CERTIFICATE", leaf.der, width: width).utf8)))
    }

    @Test func whatHoldsMoreOrLessIsLeftToTheOtherReader() throws {
        let pem = leaf.pem
        let key = try leaf.certificate.subjectPublicKeyInfo
        let block = PEMWriter.block
        let texts = [
            "", "\n", " " + pem, "subject=mail\n" + pem, pem + pem, pem + "\nmore", "\u{feff}" + pem,
            String(pem.dropLast(2)), String(pem.dropFirst()), String(pem.dropLast(40)),
            pem.replacing("BEGIN CERTIFICATE", with: "BEGIN TRUSTED CERTIFICATE"),
            pem.replacing("END CERTIFICATE", with: "END X509 CERTIFICATE"),
            pem.replacing("-----\nM", with: "-----\nProc-Type: 4,ENCRYPTED\n\nM"),
            pem.replacing("-----\nM", with: "-----\n!M"), pem.lowercased(),
            block("CERTIFICATE", leaf.der + [0], 64), block("CERTIFICATE", leaf.der + leaf.der, 64),
            block("CERTIFICATE", [], 64), block("CERTIFICATE", [0x30, 0], 64),
            block("CERTIFICATE", Array(key), 64), block("X509 CERTIFICATE", leaf.der, 64),
            "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----END CERTIFICATE-----",
        ]
        for text in texts { #expect(lone(Array(text.utf8)) == nil, "\(text)") }
        let files: [[UInt8]] = [
            leaf.der + [0], Array(leaf.der.dropLast()), leaf.der + leaf.der, [0x30, 0], [0x30], Array(key),
        ]
        for octets in files { #expect(lone(octets) == nil) }
    }

    @Test func anOctetChangedAnywhereIsReadAlike() {
        var count = 0
        for file in [leaf.der, Array(leaf.pem.utf8)] {
            for place in file.indices {
                for octet in [0, 0x0a, 0x2d, 0x30, 0x80, 0xff, file[place] ^ 1, file[place] ^ 0x20] as [UInt8]
                {
                    var damaged = file
                    damaged[place] = octet
                    if isLone(damaged) { count += 1 }
                }
            }
        }
        // Most of a certificate's octets are nobody's business here.
        #expect(count > leaf.der.count)
    }

    @Test func whatIsOverALimitIsLeftToTheOtherReader() {
        for file in [leaf.der, Array(leaf.pem.utf8)] {
            var limits = InputLimits()
            limits.certificates = 0
            #expect(!isLone(file, limits: limits))
            limits = InputLimits()
            limits.certificateSize = leaf.der.count
            #expect(isLone(file, limits: limits))
            limits.certificateSize -= 1
            #expect(!isLone(file, limits: limits))
            limits = InputLimits()
            limits.fileSize = file.count
            #expect(isLone(file, limits: limits))
            limits.fileSize -= 1
            #expect(!isLone(file, limits: limits))
        }
    }
}
