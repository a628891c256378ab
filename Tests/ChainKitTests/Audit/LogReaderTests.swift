import Forges
import Foundation
import Reports
import TestSupport
import Testing

@testable import ChainKit

/// What an audit fetches from where it was laid down, and what it reads again.
struct LogReaderTests {
    private let leaf = Forge.selfSigned("mail.contoso.com")

    /// Audits a file that is gone once the first reading is over.
    private func auditOfAVanishingFile(
        named name: String = "a.pem",
        keeping octets: Int,
        spoolFolder: String? = nil
    )
        throws -> AuditCollection
    {
        let folder = TemporaryFolder()
        let path = folder.write(leaf.pem, to: name)
        var limits = InputLimits()
        limits.keptBetweenReadings = octets
        var observer = Meddler { try? FileManager.default.removeItem(atPath: path) }
        try SegmentedBundle().audit(limits: limits, spoolFolder: spoolFolder).run(
            [.file(path)],
            names: [],
            observer: &observer
        )
        return observer.found
    }

    @Test func aSmallFileIsReadOnce() throws {
        let found = try auditOfAVanishingFile(keeping: 10_000)
        #expect(found.files.map(\.status) == ["ok"])
        #expect(found.certificates.map(\.certificate) == [try leaf.certificate])
    }

    @Test func aNameWithABackslashIsReportedAlikeWhenTheFileIsGone() throws {
        let found = try auditOfAVanishingFile(named: "a\\x41.pem", keeping: 10_000)
        #expect(found.files.map(\.status) == ["ok"])
        #expect(found.files.first?.path.hasSuffix("/a\\x5cx41.pem") == true)
    }

    @Test func aFileForWhichThereIsNoRoomIsReadOnceWhereItCanBeLaidDown() throws {
        let folder = TemporaryFolder()
        let found = try auditOfAVanishingFile(keeping: 0, spoolFolder: folder.path)
        #expect(found.files.map(\.status) == ["ok"])
        #expect(found.certificates.map(\.certificate) == [try leaf.certificate])
        let missing = try auditOfAVanishingFile(keeping: 0, spoolFolder: folder.path + "/missing")
        #expect(missing.files.map(\.status) == ["unreadable"])
    }

    @Test func aReportIsTheSameWhateverWasKeptAndLaidDown() throws {
        let folder = TemporaryFolder()
        let root = Forge.authority("Alpha Root")
        for number in 0..<300 {
            let forged = root.issue("mail\(number % 200).contoso.com")
            switch number % 5 {
            case 0: folder.write(forged.der, to: "\(number).cer")
            case 1: folder.write(forged.pem + root.pem, to: "\(number).pem")
            case 2: folder.write(Array(forged.der.dropLast()), to: "\(number).cer")
            default: folder.write(forged.pem, to: "\(number).pem")
            }
        }
        // What stands twice, far from where it stood first.
        for number in [0, 3, 4] {
            let octets = try Data(
                contentsOf: URL(fileURLWithPath: folder.path + "/\(number)." + (number == 0 ? "cer" : "pem"))
            )
            folder.write(Array(octets), to: "z\(number).pem")
        }
        let inputs = FolderWalk(roots: [folder.path]).list().files.map { AuditInput.file($0) }
        let spool = TemporaryFolder()
        func report(keeping octets: Int, layingDown: Int, _ spoolFolder: String?) throws -> String {
            var limits = InputLimits()
            (limits.keptBetweenReadings, limits.spooledBetweenReadings) = (octets, layingDown)
            let collector = Collector()
            var lines = NDJSONReport(toolVersion: "0", includesPEM: true, sink: collector.sink)
            try SegmentedBundle().audit(limits: limits, width: 3, spoolFolder: spoolFolder)
                .run(inputs, names: ["in"], observer: &lines)
            return collector.text
        }
        let expected = try report(keeping: 1 << 30, layingDown: 0, nil)
        #expect(expected.contains("/z4.pem"))
        for (kept, laidDown) in [(0, 0), (0, 1 << 30), (20_000, 1 << 30), (20_000, 60_000), (0, 100)] {
            #expect(try report(keeping: kept, layingDown: laidDown, spool.path) == expected)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path).isEmpty)
    }

    @Test func whatIsGoneWhereThereWasNoRoomIsARecord() throws {
        let found = try auditOfAVanishingFile(keeping: 0)
        #expect(found.files.map(\.status) == ["unreadable"])
        #expect(found.files.first?.problems.first?.detail.contains("no such file or directory") == true)
        #expect(found.certificates.isEmpty)
    }
}
