import Foundation
import TestSupport
import Testing

@testable import ChainKit

/// What is kept between the two readings of an audit, and what is read again.
struct RetainedContentsTests {
    private let leaf = Forge.selfSigned("mail.contoso.com")

    /// Audits a file that is gone once the first reading is over.
    private func auditOfAVanishingFile(keeping octets: Int) throws -> AuditCollection {
        let folder = TemporaryFolder()
        let path = folder.write(leaf.pem, to: "a.pem")
        var limits = InputLimits()
        limits.keptBetweenReadings = octets
        var observer = Meddler { try? FileManager.default.removeItem(atPath: path) }
        try SegmentedBundle().audit(limits: limits).run([.file(path)], names: [], observer: &observer)
        return observer.found
    }

    @Test func aSmallFileIsReadOnce() throws {
        let found = try auditOfAVanishingFile(keeping: 10_000)
        #expect(found.files.map(\.status) == ["ok"])
        #expect(found.certificates.map(\.certificate) == [try leaf.certificate])
    }

    @Test func whatIsGoneWhereThereWasNoRoomIsARecord() throws {
        let found = try auditOfAVanishingFile(keeping: 0)
        #expect(found.files.map(\.status) == ["unreadable"])
        #expect(found.files.first?.problems.first?.detail.contains("no such file or directory") == true)
        #expect(found.certificates.isEmpty)
    }

    @Test func asManyAreKeptAsThereIsRoomFor() throws {
        var limits = InputLimits()
        limits.keptBetweenReadings = 10_000
        var kept = RetainedContents(limits)
        let certificate = EncodedCertificate(
            location: SourceLocation(path: "a", index: 0),
            der: [UInt8](repeating: 0, count: 2_000)
        )
        for input in 0..<10 as Range<Int32> {
            let record = FileRecord(path: "a", kind: input == 9 ? .pkcs12 : .pem)
            let content = FileContent(record: record, certificates: [certificate])
            let read = SurveyedInput(content, parsed: ParsedAuthorities())
            kept.add(read, isRereadable: input != 8, at: input)
        }
        let places = (0..<10 as Range<Int32>).filter { kept[$0] != nil }
        // Three find room; what cannot be read twice and what opens slowly needs none.
        #expect(places == [0, 1, 2, 8, 9])
    }

    @Test func aFileOfOneCertificateTakesItsOctetsAndAHundredMore() throws {
        let file = try #require(
            leaf.der.withUnsafeBufferPointer { LoneCertificate($0, limits: InputLimits()) }
        )
        var limits = InputLimits()
        limits.keptBetweenReadings = 3 * (leaf.der.count + 128)
        var kept = RetainedContents(limits)
        let read = SurveyedLoneCertificate(file, parsed: ParsedAuthorities(), memory: CertificateMemory())
        for input in 0..<5 as Range<Int32> { kept.add(read, at: input) }
        #expect(kept.lone.keys.sorted() == [0, 1, 2])
        #expect(kept.lone[1]?.digest == (try leaf.certificate).sha256)
    }
}
