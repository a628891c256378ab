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
        #expect(run.code == 74 && run.errors.contains("cannot write \(folder.path): Is a directory"))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func touchesNothingThatHasTheNameOfAnUnfinishedReport() throws {
        let certificate = folder.write("a certificate", to: "certificate.pem")
        folder.link("report.partial", to: certificate)
        #expect(mkfifo(folder.path + "/other.partial", 0o600) == 0)
        for name in ["report", "other"] { #expect(try audit(to: folder.path + "/" + name).code == 1) }
        #expect(try String(contentsOfFile: certificate, encoding: .utf8) == "a certificate")
        #expect(
            try names() == [
                "certificate.pem", "mail.pem", "other", "other.partial", "report", "report.partial",
            ]
        )
    }

    @Test func keepsTheModeOfTheOlderReport() throws {
        let report = folder.write("", to: "report.csv")
        #expect(chmod(report, 0o604) == 0)
        #expect(try audit(to: report).code == 1)
        #expect(try mode(of: report) == 0o604)
    }

    @Test func givesANewReportTheModeOfTheUmask() throws {
        let certificate = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let shell = try Shell(
            "umask 027; chaincheck audit '\(certificate)' --output '\(folder.path)/new.txt'"
        )
        #expect(shell.code == 1)
        #expect(try mode(of: folder.path + "/new.txt") == 0o640)
    }

    @Test func createsWhereALinkLeads() throws {
        let link = folder.link("latest.csv", to: "today.csv")
        #expect(try audit(to: link).code == 1)
        #expect(try kind(of: link) == .typeSymbolicLink)
        #expect(try kind(of: folder.path + "/today.csv") == .typeRegular)
    }

    @Test func takesALongNameAndANameThatIsNotUTF8() throws {
        let long = folder.path + "/" + String(repeating: "r", count: 255)
        #expect(try audit(to: long).code == 1)
        #expect(FileManager.default.fileExists(atPath: long))
        let shell = try Shell(
            "chaincheck rules > /dev/null; chaincheck timeline '\(folder.path)/mail.pem' --output \"$(printf '\(folder.path)/\\351')\""
        )
        #expect(shell.code != 74 && shell.code != 64, "\(shell.errors)")
        let listed = try Shell("LC_ALL=C ls '\(folder.path)' | od -An -c")
        #expect(listed.output.contains("351"))
    }

    @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
    func writesIntoAnOpenDescriptorBehindWhatIsThere(_ name: String) throws {
        guard name.hasPrefix("/dev") || FileManager.default.fileExists(atPath: "/proc/self") else { return }
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let list = folder.path + "/list"
        let shell = try Shell(
            "{ echo first; chaincheck audit '\(mail)' --format csv --output \(name); echo last; } > '\(list)'"
        )
        #expect(shell.errors.isEmpty)
        let lines = try String(contentsOfFile: list, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(lines.first == "first" && lines.last == "last" && lines.count == 5)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: [
            "audit MAIL", "audit MAIL --format json", "timeline MAIL", "compare MAIL MAIL", "inspect MAIL",
            "vet --issuer digicert", "exchange MAIL", "verify --leaf MAIL", "rules", "ca digicert",
            "roots list",
            "roots diff LIST", "roots verify", "explain UntrustedRoot", "--help", "audit --help", "--version",
        ]
    )
    func exitsWith74WhereTheDiskIsFull(_ arguments: String) throws {
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let line = arguments.replacing("MAIL", with: "'\(mail)'")
            .replacing("LIST", with: "'\(AuditCommandTests.authroot.path)'")
        let run = try Shell("chaincheck \(line) > /dev/full")
        #expect(run.code == 74)
        #expect(run.errors.hasSuffix("cannot write to standard output: No space left on device\n"))
        guard ["audit", "timeline", "compare", "vet", "exchange"].contains(where: line.hasPrefix),
            !line.contains("help")
        else { return }
        let named = try Shell("chaincheck \(line) --output /dev/full")
        #expect(named.code == 74)
        #expect(named.errors.hasSuffix("cannot write /dev/full: No space left on device\n"))
    }

    @Test func leavesTheOlderReportWhereTheFileMayGrowNoFurther() throws {
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let report = folder.write("older", to: "report.json")
        let run = try Shell("ulimit -f 1; chaincheck audit '\(mail)' --format json --output '\(report)'")
        #expect(run.code == 74, "\(run.errors)")
        #expect(try String(contentsOfFile: report, encoding: .utf8) == "older")
        #expect(try names() == ["mail.pem", "report.json"])
    }

    @Test func answersNobodyWith74WhereStandardOutputIsClosed() throws {
        let mail = folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        #expect(try Shell("chaincheck audit '\(mail)' >&-").code == 74)
        let report = folder.path + "/report.csv"
        let run = try Shell(
            "chaincheck audit '\(mail)' --domain x --format csv --output '\(report)' 2>&- >&- <&-"
        )
        #expect(run.code == 1)
        #expect(try String(contentsOfFile: report, encoding: .utf8).hasPrefix("record,verdict"))
    }
}
