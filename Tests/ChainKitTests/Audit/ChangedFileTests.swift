import Forges
import TestSupport
import Testing

@testable import ChainKit

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files that are read twice and are not the same the second time: each has its record, and the record says so.
@Suite("Audit of files that change", .timeLimit(.minutes(2)))
struct ChangedFileTests {
    private let leaves = (1...2).map { Forge.selfSigned("host\($0).contoso.com") }

    private func audit(
        _ texts: [String],
        before: (TemporaryFolder) -> Void = { _ in },
        _ meddle: @escaping (TemporaryFolder) -> Void
    ) throws -> AuditCollection {
        let folder = TemporaryFolder()
        let inputs = texts.enumerated().map { number, text in
            AuditInput.file(folder.write(text, to: "\(number).pem"))
        }
        before(folder)
        var limits = InputLimits()
        limits.keptBetweenReadings = 0
        var observer = Meddler { meddle(folder) }
        try SegmentedBundle().audit(limits: limits).run(inputs, names: [], observer: &observer)
        return observer.found
    }

    private func expectChange(_ found: AuditCollection, files: Int = 1) {
        #expect(found.files.count == files)
        #expect(found.files.first?.hasErrors == true)
        #expect(
            found.files.first?.problems.contains { $0.detail.contains("changed while it was audited") }
                == true,
            "\(found.files)"
        )
        #expect(found.summary?.filesWithErrors == 1)
    }

    private var text: String { leaves.map(\.pem).joined() }

    @Test(arguments: [0, 1])
    func saysThatAFileWasReplaced(_ more: Int) throws {
        let other = Forge.selfSigned("other.contoso.com").pem
        let first = more == 0 ? leaves[0].pem : text
        expectChange(try audit([first]) { $0.write(other, to: "0.pem") })
    }

    @Test func saysThatAFileTookTheContentOfAnother() throws {
        let found = try audit([leaves[0].pem, leaves[1].pem]) { [leaves] in
            $0.write(leaves[1].pem, to: "0.pem")
        }
        expectChange(found, files: 2)
    }

    @Test func saysThatAFileShrankGrewOrWasEmptied() throws {
        expectChange(try audit([text]) { truncate($0.path + "/0.pem", 300) })
        expectChange(try audit([text]) { truncate($0.path + "/0.pem", 0) })
        let longer = text + Forge.selfSigned("third.contoso.com").pem
        expectChange(try audit([text]) { $0.write(longer, to: "0.pem") })
    }

    @Test func saysThatAFileIsGone() throws {
        let found = try audit([leaves[0].pem]) { unlink($0.path + "/0.pem") }
        expectChange(found)
        #expect(found.files.first?.status == "unreadable")
    }

    @Test func neverWaitsForAPipeThatTookTheFilesPlace() throws {
        let found = try audit([leaves[0].pem]) {
            unlink($0.path + "/0.pem")
            mkfifo($0.path + "/0.pem", 0o600)
        }
        expectChange(found)
        #expect(found.files.first?.kind == .special)
        let before = try audit(
            [leaves[0].pem],
            before: {
                unlink($0.path + "/0.pem")
                mkfifo($0.path + "/0.pem", 0o600)
            }
        ) { _ in }
        #expect(before.files.map(\.kind) == [.special])
    }

    @Test func saysThatAFolderTookTheFilesPlace() throws {
        expectChange(
            try audit([leaves[0].pem]) {
                unlink($0.path + "/0.pem")
                mkdir($0.path + "/0.pem", 0o755)
            }
        )
    }

    @Test func saysThatAFileCameToBeReadOnlyLater() throws {
        let found = try audit([leaves[0].pem], before: { unlink($0.path + "/0.pem") }) { [leaves] in
            $0.write(leaves[0].pem, to: "0.pem")
        }
        expectChange(found)
    }

    @Test func saysNothingWhereNothingChanged() throws {
        let found = try audit([text, leaves[0].pem, "no certificate"]) { _ in }
        #expect(found.files.allSatisfy { !$0.hasErrors })
    }
}
