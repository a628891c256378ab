import FoundationEssentials
import TestSupport
import Testing

@Suite("chaincheck roots")
struct RootsCommandTests {
    @Test func verifiesTheEmbeddedList() throws {
        let run = try Binary(["roots", "verify", "--at", "2026-11-23"])
        #expect(run.code == 0)
        #expect(run.output.contains("1401dd6344d40f0a15"))
    }

    @Test func showsARootByItsThumbprint() throws {
        let run = try Binary([
            "roots", "show", "DF3C24F9BFD666761B268073FE06D1CC8D4F82A4", "--at", "2026-11-23",
        ])
        #expect(run.code == 0)
        #expect(run.output.contains("DigiCert Global Root G2"))
    }

    @Test func saysHowManyRootsHaveNoCertificateHere() throws {
        let example = AuditFolder.good()
        let list = ["--authroot", AuditCommandTests.authroot.path]
        let poor = list + ["--anchors-dir", example.roots.path]
        let words = "555 of 555 roots without a certificate here: paths to them"
        let listed = try Binary(["roots", "list", "--at", "2026-11-23"] + poor)
        #expect(listed.output.replacing("\n", with: " ").contains(words))
        #expect(
            try !Binary(["roots", "list", "--at", "2026-11-23"] + list).output.contains(
                "without a certificate"
            )
        )
        let audit = try Binary(["audit", example.folder.path] + poor)
        #expect(audit.output.replacing("\n  ", with: " ").contains(words))
        let json = try Binary(["audit", example.folder.path, "--format", "json"] + poor).json
        #expect((json["list"] as? [String: Any])?["available"] as? Int == 0)
    }

    @Test func listsEveryRootAsALineOfJSON() throws {
        let run = try Binary(["roots", "list", "--format", "ndjson", "--at", "2026-11-23"])
        #expect(run.output.split(separator: "\n").count == 555)
    }

    @Test func answersQueriesLineByLineAndSaysWhichLineIsBroken() throws {
        let query =
            #"{"sha1":"8cf427fd790c3ad166068de81e57efbb932272d4","purpose":"server_auth","#
            + #""leaf_not_before":"2025-06-01T00:00:00Z","at":"2026-11-23T00:00:00Z"}"#
        let run = try Binary(["roots", "trust", "--batch"], input: query + "\nnonsense\n" + query + "\n")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].contains(#""verdict":"notbefore""#))
        #expect(lines[1].contains("error"))
        #expect(lines[2] == lines[0])
    }
}
