import Foundation
import TestSupport
import Testing

/// Where a report goes with `--output`.
@Suite("--output")
struct ReportFileTests {
    private let folder = TemporaryFolder()

    private func audit(to output: String) throws -> Binary {
        let certificate = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        return try Binary(["audit", certificate, "--format", "csv", "--output", output])
    }

    private func kind(of path: String) throws -> FileAttributeType? {
        try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    }

    @Test func writesIntoAPipeAndLeavesItThere() throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        // Open for both, so that the other end neither waits for us nor we for it; the report fits into the pipe.
        let ours = open(pipe, O_RDWR | O_NONBLOCK)
        defer { close(ours) }
        let run = try audit(to: pipe)
        #expect(run.code == 1 && run.output.isEmpty)
        var octets = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(ours, &octets, octets.count)
        #expect(String(decoding: octets.prefix(max(0, count)), as: UTF8.self).contains("mail.contoso.com"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["mail.pem", "pipe"]
        )
        var status = stat()
        #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func leavesALinkALink() throws {
        let file = folder.write("earlier", to: "reports/today.csv")
        let link = folder.link("latest.csv", to: file)
        #expect(try audit(to: link).code == 1)
        #expect(try kind(of: link) == .typeSymbolicLink)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("mail.contoso.com"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports") == ["today.csv"]
        )
    }

    @Test func refusesAFolderBeforeTheAudit() throws {
        let run = try audit(to: folder.path)
        #expect(run.code == 2 && run.errors.contains("cannot write \(folder.path): Is a directory"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + ".partial"))
    }
}
