import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AuditInterruptionTests {
    private func run(_ folder: TemporaryFolder, stopsAfter readings: Int) throws -> (
        AuditSummary, AuditCollection
    ) {
        let root = try Forge.authority("Alpha Root").certificate
        let audit = Audit(
            trust: .anchors(PrivateAnchors([root])),
            time: Instant(rfc3339: "2026-06-01T00:00:00Z") ?? Instant(seconds: 0)
        )
        let inputs = FolderWalk(roots: [folder.path]).list().files.map { AuditInput.file($0) }
        var collection = AuditCollection()
        var done = 0
        let summary = try audit.run(
            inputs,
            names: [folder.path],
            observer: &collection,
            isInterrupted: { done >= readings },
            progress: { done = $0.done }
        )
        return (summary, collection)
    }

    private func folder() -> TemporaryFolder {
        let folder = TemporaryFolder()
        for number in 0..<200 { folder.write("no certificate \(number)", to: "f\(number).txt") }
        return folder
    }

    @Test func sumsUpWhatWasDoneUntilThen() throws {
        let (summary, collection) = try run(folder(), stopsAfter: 264)
        #expect(summary.isInterrupted)
        #expect(summary.files == 64)
        #expect(collection.files.count == 64)
        #expect(collection.summary == summary)
    }

    @Test func reportsNothingWhereTheFirstPassDidNotEnd() throws {
        let (summary, collection) = try run(folder(), stopsAfter: 1)
        #expect(summary.isInterrupted)
        #expect(collection.header != nil)
        #expect(collection.files.isEmpty)
    }

    @Test func isWholeWhereNobodyInterrupts() throws {
        let (summary, _) = try run(folder(), stopsAfter: 1_000)
        #expect(!summary.isInterrupted)
        #expect(summary.files == 200)
    }
}
