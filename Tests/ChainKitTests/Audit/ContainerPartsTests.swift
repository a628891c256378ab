import Forges
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
        let count = 2 * ReadingPlan.certificatesPerPart + 100
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

    @Test func areReadOnceForAllTheirParts() {
        let reading = ContainerReading([7: 3])
        var readings = 0
        for _ in 0..<3 {
            _ = reading.content(of: 7) {
                readings += 1
                return (FileContent(record: FileRecord(path: "x", kind: .der)), [])
            }
        }
        #expect(readings == 1)
        _ = reading.content(of: 7) {
            readings += 1
            return (FileContent(record: FileRecord(path: "x", kind: .der)), [])
        }
        #expect(readings == 2)
    }

    @Test func takeAStepForEachPartBetweenTheFilesAroundThem() {
        var plan = ReadingPlan((0..<3).map { .file("\($0)") })
        plan.judgeInParts(1, certificates: 2 * ReadingPlan.certificatesPerPart + 1)
        plan.judgeInParts(2, certificates: ReadingPlan.certificatesPerPart)
        #expect(plan.steps.map(\.lastInput) == [0, 1, 1, 1, 2])
        #expect(plan.steps.map(\.readings).reduce(0, +) == 3)
    }
}
