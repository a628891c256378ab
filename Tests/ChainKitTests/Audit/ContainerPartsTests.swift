import Forges
import Reports
import TestSupport
import Testing

@testable import ChainKit

/// A container of very many certificates is judged a part at a time, and reported as any file is.
@Suite("Containers of very many certificates")
struct ContainerPartsTests {
    private let root = Forge.authority("Alpha Root")

    /// Certificates that differ in their serial number alone; their signatures are wrong.
    private func numbered(_ count: Int) throws -> [[UInt8]] {
        let serial: [UInt8] = [0x02, 0x04, 0x40, 0, 0, 0]
        let model = root.issue("mail.contoso.com") { $0.serial = Array(serial.dropFirst(2)) }.der
        let place = try #require(model.indices.first { model[$0...].starts(with: serial) })
        return (0..<count).map { number in
            var der = model
            der[place + 4] = UInt8(number >> 8)
            der[place + 5] = UInt8(number & 0xff)
            return der
        }
    }

    @Test(arguments: [1, 2])
    func areReportedInTheirOrderAfterTheirFile(width: Int) throws {
        let count = 2 * DividedFile.certificatesPerPart + 100
        let folder = TemporaryFolder()
        folder.write(root.issue("a.contoso.com").der, to: "a.cer")
        folder.write(try numbered(count).flatMap(\.self), to: "many.der")
        folder.write(root.issue("z.contoso.com").der, to: "z.cer")
        let audit = try audit(folder, anchors: [root], width: width)
        #expect(audit.names == ["a.cer", "many.der", "z.cer"])
        #expect(audit.files[1].certificates == count)
        #expect(audit.certificates.count == count + 2)
        let places = audit.certificates[1...count].map { $0.sources.map(\.index) }
        #expect(places == (0..<count).map { [$0] })
        #expect(audit.summary?.files == 3)
        #expect(audit.summary?.certificates == count + 2)
    }

    @Test func areTheSameWhereverTheyAreFetchedFrom() throws {
        let folder = TemporaryFolder()
        var octets = try numbered(DividedFile.certificatesPerPart + 100).flatMap(\.self)
        // One that does not parse, and another that is damaged, told of in the file's record.
        octets += DERWriter.sequence(DERWriter.sequence([2, 1, 1]))
        octets += root.der + octets.prefix(root.issue("mail.contoso.com").der.count)
        let inputs = [AuditInput.file(folder.write(octets, to: "many.der"))]
        func report(keeping octets: Int, _ spoolFolder: String?) throws -> String {
            var limits = InputLimits()
            limits.keptBetweenReadings = octets
            let collector = Collector()
            var lines = NDJSONReport(toolVersion: "0", includesPEM: true, sink: collector.sink)
            try SegmentedBundle().audit(limits: limits, spoolFolder: spoolFolder)
                .run(inputs, names: ["in"], observer: &lines)
            return collector.text
        }
        let expected = try report(keeping: 1 << 30, nil)
        #expect(expected.split(separator: "\n").count > DividedFile.certificatesPerPart)
        #expect(try report(keeping: 100_000, nil) == expected)
        #expect(try report(keeping: 0, nil) == expected)
        #expect(try report(keeping: 50_000, folder.path) == expected)
    }

    @Test func areToldOfWhereTheyAreNotWhatTheyWere() throws {
        let folder = TemporaryFolder()
        let certificates = try numbered(DividedFile.certificatesPerPart + 100)
        let path = folder.write(certificates.flatMap(\.self), to: "many.der")
        var limits = InputLimits()
        limits.keptBetweenReadings = 0
        var observer = Meddler { folder.write(certificates.dropLast(90).flatMap(\.self), to: "many.der") }
        try SegmentedBundle().audit(limits: limits).run([.file(path)], names: [], observer: &observer)
        #expect(observer.found.files.map(\.certificates) == [certificates.count, 0])
        let detail = "changed while it was audited: certificates 1025 to 1124 are not what they were at first"
        #expect(observer.found.files.last?.problems.map(\.detail) == [detail + "; audit it again"])
        #expect(observer.found.certificates.count == certificates.count - 90)
        #expect(observer.found.summary?.filesWithErrors == 1)
    }

    @Test func areReadOnceForAllTheirParts() {
        let container = LastContainer()
        var readings: [Int] = []
        for input in [7, 7, 7, 8, 8, 7] {
            let content = container.content(of: input) {
                readings.append(input)
                return FileContent(record: FileRecord(path: "\(input)", kind: .der))
            }
            #expect(content.record.path == "\(input)")
        }
        #expect(readings == [7, 8, 7])
    }

    @Test func takeAStepForEachPartBetweenTheFilesAroundThem() throws {
        let count = 2 * DividedFile.certificatesPerPart + 1
        var log = CertificateLog((0..<3).map { .file("\($0)") }, limits: InputLimits(), spoolFolder: nil)
        for input in 0..<3 {
            let record = FileRecord(path: "\(input)", kind: .der)
            let digests = (0..<(input == 1 ? count : 0)).map { SHA256Digest(of: [UInt8($0 & 0xff)]) }
            log.append(FileContent(record: record), digests: digests, authorities: [])
            if input == 1 { log.divide(DividedFile(record, certificates: count)) }
        }
        #expect(log.steps.map(\.inputs.lowerBound) == [0, 1, 1, 1, 2])
        #expect(log.steps.map(\.part) == [nil, 0, 1, 2, nil])
        #expect(log.steps.map(\.readings).reduce(0, +) == 3)
        #expect(log.entries(of: 1, part: 2) == UInt32(count - 1)..<UInt32(count))
        #expect(log.divided[1]?.part(of: count - 2) == 1)
    }
}
