import Foundation
import TestSupport
import Testing

struct CompareCommandTests {
    private let folder = TemporaryFolder()
    private let root = Forge.authority("Public Root")

    private func arguments(_ new: ForgedCertificate?, _ more: [String] = []) -> [String] {
        let old = folder.write(
            root.issue("mail.contoso.com") { $0.notAfter = "20260901000000Z" }.der,
            to: "old.cer"
        )
        let other = new.map { folder.write($0.der, to: "new.cer") } ?? "/nowhere/new.cer"
        let anchors = folder.write(root.der, to: "root.cer")
        return ["compare", old, other, "--anchors", anchors, "--at", "2026-06-01"] + more
    }

    @Test func answersADropInWithZero() throws {
        let run = try Binary(arguments(root.issue("mail.contoso.com"), ["--domain", "mail.contoso.com"]))
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("\nDROP-IN  "))
    }

    @Test func answersSomethingToDoWithOne() throws {
        let arguments = arguments(root.issue("mail.contoso.com") { $0.subject = [("CN", "mail")] })
        let run = try Binary(arguments)
        #expect(run.code == 1)
        #expect(try Binary(arguments + ["--fail-on", "error"]).code == 0)
        #expect(run.output.contains("\nDO THIS  "))
        #expect(
            run.output.contains(
                "\n     Set-SendConnector -Identity '<name>' -TlsCertificateName '<I>CN=Public Root<S>CN=mail' -RequireTLS $true\n"
            )
        )
    }

    @Test func answersAnIneligibleOneWithOne() throws {
        let arguments = arguments(Forge.selfSigned("mail.contoso.com"), ["--format", "json"])
        let run = try Binary(arguments)
        #expect(run.code == 1)
        #expect(try Binary(arguments + ["--fail-on", "error"]).code == 1)
        #expect(try Binary(arguments + ["--fail-on", "never"]).code == 0)
        let json = try run.json
        #expect(json["schemaVersion"] as? String == "2")
        #expect(json["answer"] as? String == "do-not-install")
        let new = try #require(json["new"] as? [String: Any])
        #expect(new["verdict"] as? String == "ineligible")
        let aspects = try #require(json["aspects"] as? [[String: Any]])
        #expect(aspects.count == 13)
    }

    @Test func saysThatAFileCannotBeRead() throws {
        let run = try Binary(arguments(nil))
        #expect(run.code == 2)
        #expect(try Binary(arguments(nil, ["--fail-on", "never"])).code == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("/nowhere/new.cer"))
        let text = try Binary(["compare", folder.write("no certificate", to: "text"), "text"])
        #expect(text.code == 3)
        #expect(text.output == "")
    }

    @Test(arguments: [[], ["one"], ["a", "b", "--format", "csv"], ["a", "b", "--domain", "*"]])
    func refusesAWrongCommandLine(_ arguments: [String]) throws {
        #expect(try Binary(["compare"] + arguments).code == 64)
    }

    @Test func takesAThumbprintOfAnInventoryAlone() throws {
        let thumbprint = String(repeating: "0a", count: 20)
        let without = try Binary(["compare", thumbprint, thumbprint])
        #expect(without.code == 64)
        #expect(without.errors.contains("--inventory"))
        let export = folder.write("Thumbprint : FF\nSubject : CN=x\nIssuer : CN=y\n", to: "certificates.txt")
        let unknown = try Binary(["compare", thumbprint, thumbprint, "--inventory", export])
        #expect(unknown.code == 3)
        #expect(unknown.errors.contains("the inventory has no certificate 0A0A"))
    }

    @Test func findsTheExamplesCertificatesByTheirThumbprints() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let run = try Binary(
            [
                "compare", "B5A6B285B2D11DC7BDB886A5477B552D42EEB1F8", "certs/mail-renewal-export.txt",
                "--inventory", "exchange", "--inventory", "certs/mail_contoso_com_fullchain.pem",
                "--anchors", "trust/roots.pem", "--at", "2026-11-23",
            ],
            environment: ["COLUMNS": "200"],
            folder: root.appendingPathComponent("Examples/contoso")
        )
        #expect(run.code == 1, "\(run.errors)")
        #expect(run.output.contains("in B5A6B285B2D11DC7BDB886A5477B552D42EEB1F8"))
    }
}
