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

    @Test func givesEachFileItsRecordWhereTooManyFilesAreOpen() throws {
        let files = (0..<20).map { example.folder.write(example.leaf.pem, to: "\($0).pem") }
        let out = TemporaryFolder()
        for format in ["text", "json"] {
            let report = out.path + "/" + format
            // The report takes the only descriptor that is left.
            let run = try Shell(
                "ulimit -n 4; chaincheck audit \(files.joined(separator: " ")) --format \(format) --output \(report)"
            )
            #expect(run.code == 2, "\(run.errors)")
            #expect(
                run.errors.hasPrefix(
                    "chaincheck: 20 files could not be opened: too many files are open. "
                        + "Raise the limit (ulimit -n) and run it again\n"
                )
            )
            let text = try String(contentsOfFile: report, encoding: .utf8)
            if format == "text" {
                #expect(text.hasPrefix("INCOMPLETE 20 files could not be opened"))
            } else {
                #expect(
                    try statuses(text).values.map { $0 }
                        == [String](repeating: "too-many-open-files", count: 20)
                )
                #expect(text.contains("\"filesNotOpened\":20"))
            }
        }
    }

    @Test func endsWellOnManyThreadsWithFewDescriptors() throws {
        for number in 0..<300 { example.folder.write("\(number)", to: "\(number).txt") }
        for limit in [5, 6, 8] {
            let run = try Shell(
                "ulimit -n \(limit); chaincheck audit '\(example.folder.path)' --threads 16 --format json"
            )
            #expect([1, 2].contains(run.code), "\(limit): \(run.code) \(run.errors)")
            #expect(try statuses(run.output).count == 301)
        }
    }

    @Test func namesWhereALinkEnds() throws {
        let archived = example.roots.write(example.leaf.pem, to: "archive/cert1.pem")
        let link = example.folder.link("live.pem", to: archived)
        example.folder.link("out", to: example.roots.path)
        for format in ["json", "ndjson", "csv"] {
            let run = try Binary(["audit", example.folder.path, "--format", format] + options)
            #expect(run.output.contains(archived), "\(format)")
            #expect(run.output.contains("not followed; see --follow-links"), "\(format)")
        }
        let json = try Binary(["audit", link, "--format", "json"] + options).json
        let files = try #require(json["files"] as? [[String: Any]])
        #expect(files.map { $0["linkTarget"] as? String } == [archived])
        let followed = try Binary(
            ["audit", example.folder.path, "--follow-links", "--format", "json"] + options
        )
        #expect(try statuses(followed.output)[example.folder.path + "/out/roots.pem"] == "ok")
    }

    @Test func refusesAFolderWhereAFileIsExpected() throws {
        let folder = example.roots.path
        let run = try Binary(["compare", folder, example.folder.path + "/mail.pem"] + options)
        #expect(run.code == 2)
        #expect(run.errors.contains("a folder, where a file was expected"))
    }
}
