import Forges
import TestSupport
import Testing

@testable import ChainKit

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file read in segments that changes between the two readings: its record was written before that is known.
@Suite("Audit of bundles that change")
struct ChangedBundleTests {
    private let leaves = (1...8).map { Forge.selfSigned("host\($0).contoso.com") }

    private func audit(_ text: String, _ meddle: @escaping (TemporaryFolder) -> Void) throws
        -> AuditCollection
    {
        let folder = TemporaryFolder()
        let input = AuditInput.file(folder.write(text, to: "a.pem"))
        var limits = InputLimits()
        limits.segmentSize = 1_000
        var observer = Meddler { meddle(folder) }
        try SegmentedBundle().audit(limits: limits).run([input], names: [], observer: &observer)
        return observer.found
    }

    private var text: String { leaves.map(\.pem).joined() }

    private func expectChange(_ found: AuditCollection, _ words: String) throws {
        #expect(found.files.map(\.certificates) == [8, 0])
        #expect(found.files.first?.status == "ok")
        let last = try #require(found.files.last)
        #expect(last.status == "unreadable")
        #expect(last.problems.first?.detail.contains(words) == true, "\(last.problems)")
        #expect(found.summary?.files == 1)
        #expect(found.summary?.filesWithErrors == 1)
    }

    @Test func saysThatAFileShrank() throws {
        let found = try audit(text) { truncate($0.path + "/a.pem", 2_000) }
        try expectChange(found, "are not what they were at first; audit it again")
        #expect((1..<8).contains(found.certificates.count))
    }

    @Test func saysThatAFileIsGone() throws {
        let found = try audit(text) { unlink($0.path + "/a.pem") }
        try expectChange(found, "cannot be read: no such file or directory")
        #expect(found.certificates.isEmpty)
    }

    @Test func saysThatACertificateGaveWayToAnother() throws {
        let other = Forge.selfSigned("host8.contoso.com")
        let texts = leaves.dropLast().map(\.pem) + [other.pem]
        let found = try audit(text) { $0.write(texts.joined(), to: "a.pem") }
        try expectChange(found, "are not what they were at first; audit it again")
        // The new one is not judged: the report says that the file is to be audited again.
        let digests = leaves.dropLast().map { SHA256Digest(of: $0.der) }
        #expect(found.certificates.map(\.certificate.sha256) == digests)
    }

    @Test func saysNothingWhereNothingChanged() throws {
        let found = try audit(text) { _ in }
        #expect(found.files.map(\.status) == ["ok"])
        #expect(found.certificates.count == 8)
    }
}
