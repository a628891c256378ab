import Foundation
import TestSupport
import Testing

@Suite("chaincheck audit")
struct AuditCommandTests {
    @Test func exitsWithZeroWhenEverythingIsEligible() throws {
        let run = try AuditFolder.good().audit()
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("BIND"))
        #expect(run.errors.isEmpty)
    }

    @Test func exitsWithOneWhenSomethingIsNotEligible() throws {
        let example = AuditFolder.good()
        example.folder.write(example.issuing.issue("other.example").pem, to: "other.pem")
        #expect(try example.audit().code == 1)
        #expect(try example.audit("--fail-on", "never").code == 0)
    }

    @Test func exitsWithOneForAWarningOnlyWhereAsked() throws {
        let example = AuditFolder.good()
        #expect(try example.audit("--fail-on", "warning").code == 0)
        example.folder.write(PEMWriter.block("PRIVATE KEY", example.leaf.key.pkcs8DER), to: "mail.key")
        #expect(try example.audit().code == 0)
        #expect(try example.audit("--fail-on", "warning").code == 1)
    }

    @Test func checksAgainstTheListsThatAreGiven() throws {
        let example = AuditFolder.good()
        let lists = TemporaryFolder()
        lists.write(example.issuing.revocationList(revoking: [example.leaf], reason: 1), to: "issuing.crl")
        let run = try example.audit("--crls", lists.path, "--format", "json")
        #expect(run.code == 1)
        #expect(run.output.contains("certificate-revoked"))
        let empty = try example.audit("--crls", example.folder.path)
        #expect(empty.code == 2)
        #expect(empty.errors.contains("holds no revocation list"))
    }

    @Test func exitsWithTwoWhenSomethingCouldNotBeRead() throws {
        let example = AuditFolder.good()
        example.folder.write(String(example.leaf.pem.dropLast(60)), to: "cut.pem")
        let run = try example.audit()
        #expect(run.code == 2)
        #expect(run.output.contains("cut.pem"))
        #expect(try example.audit("--fail-on", "never").code == 2)
    }

    @Test func exitsWithThreeAndSaysSoWhenNothingWasJudged() throws {
        let empty = AuditFolder()
        let run = try empty.audit()
        #expect(run.code == 3)
        #expect(run.output.hasSuffix("exit 3: nothing was there to judge\n"))
        empty.folder.write(empty.issuing.pem, to: "ca.pem")
        #expect(try empty.audit().output.hasSuffix("exit 3: nothing was there to judge\n"))
        let allowed = try empty.audit("--allow-empty")
        #expect(allowed.code == 0)
        #expect(allowed.output.hasSuffix("exit 0: nothing was there to judge, which --allow-empty permits\n"))
    }

    @Test(arguments: [
        ["audit"], ["audit", "x", "--domain", "two words"], ["audit", "x", "--at", "yesterday"],
        ["audit", "x", "--format", "pdf"], ["audit", "x", "--fail-on", "x"], ["audit", "-", "-"],
        ["nonsense"],
        ["audit", "x", "--format", "json", "--quiet"], ["audit", "x", "--anchors-dir", "y"],
    ])
    func exitsWith64WhenTheCommandLineIsWrong(_ arguments: [String]) throws {
        let run = try Binary(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test func reportsAFolderThatIsNotThere() throws {
        let run = try Binary(["audit", "/nowhere/at/all", "--format", "json"])
        #expect(run.code == 2)
        let files = try #require(try run.json["files"] as? [[String: Any]])
        #expect(files.map { $0["status"] as? String } == ["unreadable"])
    }

    @Test func saysInJSONWhatTheSchemaPromises() throws {
        let run = try AuditFolder.good().audit("--format", "json")
        let report = try run.json
        for key in [
            "schemaVersion", "at", "list", "domains", "recommendation", "summary", "files", "certificates",
        ] {
            #expect(report[key] != nil, "\(key)")
        }
        let recommendation = try #require(report["recommendation"] as? [String: Any])
        for key in ["sha256", "thumbprint", "sources", "intermediates"] {
            #expect(recommendation[key] != nil)
        }
        let certificates = try #require(report["certificates"] as? [[String: Any]])
        let leaf = try #require(certificates.first { $0["role"] as? String == "end-entity" })
        for key in [
            "sha256", "thumbprint", "subject", "issuer", "notBefore", "notAfter", "sources", "verdict",
            "score",
            "scoreParts", "roles", "names", "findings", "path", "alternatives",
        ] {
            #expect(leaf[key] != nil, "\(key)")
        }
        #expect(leaf["verdict"] as? String == "eligible")
    }

    @Test func givesTheSameOctetsForTheSameInput() throws {
        let example = AuditFolder.good()
        for format in ["text", "json", "ndjson", "csv"] {
            let one = try example.audit("--format", format).output
            #expect(try example.audit("--format", format).output == one)
            #expect(!one.isEmpty)
        }
    }

    @Test func writesTheReportToAFile() throws {
        let example = AuditFolder.good()
        let out = TemporaryFolder()
        let run = try example.audit("--format", "csv", "--output", out.path + "/report.csv")
        #expect(run.output.isEmpty)
        let written = try String(contentsOfFile: out.path + "/report.csv", encoding: .utf8)
        #expect(try example.audit("--format", "csv").output == written)
        #expect(try example.audit("--output", "/nowhere/report.csv").code == 74)
    }

    @Test func neverCutsShortWhatItAuditsOrAnEarlierReport() throws {
        let example = AuditFolder.good()
        let mail = example.folder.path + "/mail.pem"
        let named = try Binary(["audit", mail, "--output", mail])
        #expect(named.code == 64)
        #expect(try String(contentsOfFile: mail, encoding: .utf8).contains("BEGIN CERTIFICATE"))
        let report = example.roots.write("earlier", to: "report.txt")
        #expect(try Binary(["audit", mail, "--anchors", "/nowhere", "--output", report]).code == 2)
        #expect(try String(contentsOfFile: report, encoding: .utf8) == "earlier")
    }

    @Test func leavesItsOwnReportOutOfTheFolder() throws {
        let example = AuditFolder.good()
        let report = example.folder.path + "/report.json"
        _ = try example.audit("--format", "json", "--output", report)
        let first = try String(contentsOfFile: report, encoding: .utf8)
        _ = try example.audit("--format", "json", "--output", report)
        #expect(try String(contentsOfFile: report, encoding: .utf8) == first)
    }

    @Test func takesTheIntermediatesOfABundleOfAnchorsForIssuersFromOutside() throws {
        let example = AuditFolder()
        example.folder.write(example.leaf.pem, to: "leaf.pem")
        let bundle = example.roots.write(example.issuing.pem + example.root.pem, to: "bundle.pem")
        let run = try Binary(
            ["audit", example.folder.path, "--anchors", bundle, "--domain", "mail.contoso.com"]
                + ["--at", "2026-06-01", "--format", "json"]
        )
        let recommendation = try #require(try run.json["recommendation"] as? [String: Any])
        #expect((recommendation["intermediates"] as? [Any])?.count == 1)
        #expect(run.output.contains("intermediate-not-in-folder"))
    }

    @Test func readsStandardInputAsAFile() throws {
        let example = AuditFolder()
        let run = try Binary(
            [
                "audit", "-", "--anchors", example.roots.path + "/roots.pem", "--at", "2026-06-01",
                "--format", "json",
            ],
            input: example.leaf.pem + example.issuing.pem
        )
        #expect(run.code == 0)
        #expect(try (run.json["files"] as? [[String: Any]])?.first?["path"] as? String == "-")
    }

    @Test func letsNoControlCharacterOfACertificateOut() throws {
        let example = AuditFolder.good()
        let evil = Forge.selfSigned("x") {
            $0.subject = [("O", "a\u{1b}[31m\u{7}\r\nBIND \u{202e}"), ("CN", "=cmd()")]
        }
        example.folder.write(evil.pem, to: "evil\u{1b}[2J.pem")
        for format in ["text", "json", "ndjson", "csv"] {
            let output = try example.audit("--format", format).output
            #expect(!output.contains("\u{1b}") && !output.contains("\u{7}"), "\(format)")
            #expect(output.contains("evil"), "\(format)")
        }
    }

    @Test func coloursNothingWhereThereIsNoTerminal() throws {
        let run = try AuditFolder.good().audit("--explain")
        #expect(!run.output.contains("\u{1b}"))
    }

    @Test func leavesOutWhatIsHiddenOrExcluded() throws {
        let example = AuditFolder.good()
        example.folder.write(example.issuing.issue("a.example").pem, to: ".hidden.pem")
        example.folder.write(example.issuing.issue("b.example").pem, to: "old/b.pem")
        func files(_ arguments: String...) throws -> Int {
            let binary = try Binary(["audit", example.folder.path, "--format", "json"] + arguments)
            return try #require(try binary.json["files"] as? [Any]).count
        }
        #expect(try files() == 2)
        #expect(try files("--hidden") == 3)
        #expect(try files("--exclude", "old") == 1)
        #expect(try files("--include", "b.*") == 1)
    }

    @Test func tellsHowMuchWasExcluded() throws {
        let example = AuditFolder.good()
        for name in ["a.txt", "b.txt", "old/c.pem"] { example.folder.write("", to: name) }
        let patterns = ["--include", "*.pem", "--exclude", "old"]
        func run(_ format: String) throws -> Binary {
            try Binary(["audit", example.folder.path, "--format", format] + patterns)
        }
        let summary = try #require(try run("json").json["summary"] as? [String: Any])
        #expect(summary["excludedLeftOut"] as? Int == 3)
        let lines = try run("ndjson").output
        #expect(lines.contains("\"excludedLeftOut\":3"))
        let text = try run("text").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("3 left out by --include and --exclude"))
        let all = try Binary(["audit", example.folder.path])
        #expect(!all.output.contains("left out by"))
    }

    @Test func readsOnceWhatIsNamedTwice() throws {
        let example = AuditFolder.good()
        let path = example.folder.path
        let run = try Binary(
            ["audit", path + "/mail.pem", "-", path, path + "/", "--format", "json"],
            input: "nothing"
        )
        let files = try #require(try run.json["files"] as? [[String: Any]])
        #expect(files.map { $0["path"] as? String } == [path + "/mail.pem", "-"])
    }

    @Test func refusesAListThatMicrosoftHasNotSigned() throws {
        let example = AuditFolder.good()
        var list = try Data(contentsOf: Self.authroot)
        list[list.count / 2] ^= 1
        let bad = example.roots.write(Array(list), to: "bad.stl")
        let run = try Binary(["audit", example.folder.path, "--authroot", bad])
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
    }

    @Test func opensAPKCS12WithAPasswordFromAFile() throws {
        let example = AuditFolder()
        example.folder.write(
            example.leaf.pkcs12(password: "s3cret", others: [example.issuing]),
            to: "mail.pfx"
        )
        let passwords = example.roots.write("wrong\ns3cret\n", to: "passwords.txt")
        let closed = try example.audit()
        #expect(closed.code == 2)
        #expect(closed.output.contains("wrong-password"))
        let open = try example.audit("--password-file", passwords)
        #expect(open.output.contains("BIND"))
        #expect(!open.output.contains("s3cret"))
    }

    static let authroot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("roots/authroot.stl")
}
