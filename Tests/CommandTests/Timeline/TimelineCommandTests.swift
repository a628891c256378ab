import Foundation
import TestSupport
import Testing

struct TimelineCommandTests {
    private let folder = TemporaryFolder()
    private let root = Forge.authority("Public Root")

    private func run(_ leaf: ForgedCertificate?, _ more: [String] = []) throws -> Binary {
        let path = folder.write(leaf?.der ?? Array("nothing".utf8), to: "certs/mail.cer")
        let anchors = folder.write(root.der, to: "root.cer")
        return try Binary(
            ["timeline", path, "--anchors", anchors, "--at", "2026-06-01", "--domain", "mail.contoso.com"]
                + more
        )
    }

    @Test func answersWithZeroWhereEverythingWorks() throws {
        let run = try run(root.issue("mail.contoso.com"))
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("\nSTOPS 2027-01-01  in 214 days: mail.contoso.com"))
    }

    @Test func answersWithOneWhereOneDoesNot() throws {
        let run = try run(root.issue("mail.fabrikam.com"))
        #expect(run.code == 1)
        #expect(run.output.contains("\nSTOPPED  "))
    }

    @Test func answersWithThreeWhereThereIsNothingToAnswer() throws {
        #expect(try run(nil).code == 3)
        let calendar = try run(nil, ["--format", "ics"])
        #expect(calendar.code == 3)
        #expect(calendar.output == "")
        #expect(calendar.errors.contains("no calendar was written"))
    }

    @Test func writesJSON() throws {
        let run = try run(root.issue("mail.contoso.com"), ["--format", "json", "--lead", "3w"])
        let json = try run.json
        #expect(json["schemaVersion"] as? String == "2")
        #expect(json["leadDays"] as? Int == 21)
        let certificates = try #require(json["certificates"] as? [[String: Any]])
        let stop = try #require(certificates.first?["stop"] as? [String: Any])
        #expect(stop["cause"] as? String == "certificate-expires")
        let tasks = try #require(json["tasks"] as? [[String: Any]])
        #expect(tasks.first?["begin"] as? String == "2026-12-11")
    }

    @Test func writesACalendarToAFile() throws {
        let file = folder.path + "/mail.ics"
        let run = try run(root.issue("mail.contoso.com"), ["--format", "ics", "--output", file])
        #expect(run.code == 0)
        #expect(run.output == "")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
    }

    @Test(arguments: ["14", "d", "-1d", "1m", "1.5w", "99999d", "4000d", ""])
    func refusesALeadTimeThatIsNone(_ lead: String) throws {
        #expect(try Binary(["timeline", "x", "--lead=\(lead)"]).code == 64)
    }

    @Test(arguments: [[], ["x", "--format", "csv"], ["x", "--at", "tomorrow"]])
    func refusesAWrongCommandLine(_ arguments: [String]) throws {
        #expect(try Binary(["timeline"] + arguments).code == 64)
    }
}
