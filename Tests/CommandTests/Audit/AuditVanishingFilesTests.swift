import Foundation
import TestSupport
import Testing

/// Files that are gone, or are none, when they come to be read.
@Suite("chaincheck audit, of what cannot be read", .timeLimit(.minutes(2)))
struct AuditVanishingFilesTests {
    private let example = AuditFolder.good()

    private var options: [String] {
        ["--anchors", example.roots.path + "/roots.pem", "--at", "2026-06-01"]
    }

    private func statuses(_ report: String) throws -> [String: String] {
        let json = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        let files = try #require(json?["files"] as? [[String: Any]])
        return Dictionary(
            files.map { (($0["path"] as? String) ?? "", ($0["status"] as? String) ?? "") }
        ) { first, _ in first }
    }

    @Test func recordsAFileThatVanishesBetweenListingAndReading() throws {
        let vanishing = example.folder.write(example.issuing.issue("b.contoso.com").pem, to: "b.pem")
        // The folder is listed before standard input is read, and nothing is read before that is at its end.
        let run = try RunningBinary(["audit", example.folder.path, "-", "--format", "json"] + options)
        try run.write(String(repeating: "\n", count: RunningBinary.moreThanAPipe))
        try FileManager.default.removeItem(atPath: vanishing)
        try run.closeInput()
        let end = run.end()
        #expect(end.code == 2)
        #expect(try statuses(end.output)[vanishing] == "unreadable")
        #expect(try statuses(end.output)[example.folder.path + "/mail.pem"] == "ok")
        #expect(end.output.contains("no such file or directory"))
    }

    @Test func recordsWhatIsNoFileAndNoFolder() throws {
        let dangling = example.folder.link("dangling.pem", to: "/nowhere/at/all.pem")
        let circle = example.folder.link("circle", to: example.folder.path + "/circle")
        let within = example.folder.path + "/mail.pem/within"
        let run = try Binary(
            ["audit", example.folder.path, dangling, circle, within, "--format", "json"] + options
        )
        #expect(run.code == 2)
        let statuses = try statuses(run.output)
        #expect(statuses[dangling] == "unreadable")
        #expect(statuses[circle] == "unreadable")
        #expect(statuses[within] == "unreadable")
        #expect(statuses[example.folder.path + "/mail.pem"] == "ok")
    }

    @Test(.enabled(if: geteuid() != 0, "nothing is closed to root"))
    func recordsAFolderThatIsClosed() throws {
        let closed = example.folder.path + "/closed"
        example.folder.write("", to: "closed/a.pem")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
        let run = try Binary(["audit", example.folder.path, "--format", "json"] + options)
        #expect(run.code == 2)
        #expect(try statuses(run.output)[closed] == "unreadable")
    }

    @Test func refusesAFolderWhereAFileIsExpected() throws {
        let folder = example.roots.path
        let run = try Binary(["compare", folder, example.folder.path + "/mail.pem"] + options)
        #expect(run.code == 2)
        #expect(run.errors.contains("a folder, where a file was expected"))
    }
}
