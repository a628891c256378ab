import Foundation
import TestSupport
import Testing

@Suite("chaincheck audit --inventory")
struct AuditInventoryCommandTests {
    private static let real = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/exchange").path(percentEncoded: false)

    private func list(_ example: AuditFolder, _ lines: String = "Services : IIS, SMTP") throws -> String {
        let thumbprint = try thumbprint(example)
        return "Identity : ex01.contoso.com\\\(thumbprint)\nThumbprint : \(thumbprint)\n\(lines)\n"
    }

    private func thumbprint(_ example: AuditFolder) throws -> String {
        let certificates = try #require(
            try example.audit("--format", "json").json["certificates"] as? [[String: Any]]
        )
        let leaf = try #require(certificates.first { $0["role"] as? String == "end-entity" })
        return try #require(leaf["thumbprint"] as? String)
    }

    @Test func saysOnWhichServersACertificateIsInstalled() throws {
        let example = AuditFolder.good()
        let exports = TemporaryFolder()
        exports.write(try list(example), to: "certificates.txt")
        let run = try example.audit("--inventory", exports.path)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("ex01.contoso.com (IIS, SMTP)"))
        #expect(run.output.contains("Get-ReceiveConnector | Export-Clixml"))
    }

    @Test func refusesACertificateWithoutItsPrivateKey() throws {
        let example = AuditFolder.good()
        let exports = TemporaryFolder()
        exports.write(try list(example, "Services : SMTP\nHasPrivateKey : False"), to: "certificates.txt")
        let run = try example.audit("--inventory", exports.path, "--format", "json")
        #expect(run.code == 1)
        #expect(run.output.contains("private-key-missing"))
    }

    @Test func auditsWhatOnlyTheExportsHold() throws {
        let example = AuditFolder.good()
        let run = try example.audit(
            "--inventory",
            Self.real + "/GetExchangeCertificate.xml",
            "--format",
            "json"
        )
        let report = try run.json
        let certificates = try #require(report["certificates"] as? [[String: Any]])
        let own = try #require(
            certificates.first { $0["thumbprint"] as? String == "611C687DFC4343A5A03E0005A1EC6E9B6AFF586D" }
        )
        let installed = try #require((own["installations"] as? [[String: Any]])?.first)
        #expect(installed["services"] as? [String] == ["IMAP", "POP", "IIS"])
        #expect(
            ((own["sources"] as? [[String: Any]])?.first?["path"] as? String)?.hasSuffix("Certificate.xml")
                == true
        )
        #expect((report["files"] as? [Any])?.count == 2)
    }

    @Test func exitsWithTwoWhereAnInventoryCannotBeRead() throws {
        let run = try AuditFolder.good().audit("--inventory", "/nowhere/at/all")
        #expect(run.code == 2)
        #expect(run.output.contains("/nowhere/at/all"))
    }

    @Test func reportsAFileOnceThatIsAuditedAndInTheInventory() throws {
        let example = AuditFolder.good()
        example.folder.write(try list(example), to: "exports/certificates.txt")
        let run = try example.audit("--inventory", example.folder.path + "/exports", "--format", "json")
        let files = try #require(try run.json["files"] as? [[String: Any]])
        #expect(files.map { $0["kind"] as? String } == ["pem", "exchange-export"])
    }

    @Test func saysWhichCertificateExchangeWillTake() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../..").standardizedFileURL
        let audit = [
            "audit", "Examples/contoso/certs", "--inventory", "Examples/contoso/exchange",
            "--anchors", "Examples/contoso/trust/roots.pem", "--password-file",
            "Examples/contoso/passwords.txt",
            "--at", "2026-11-23",
        ]
        let text = try Binary(audit, environment: ["COLUMNS": "200"], folder: root).output
        #expect(
            text.contains(
                "Exchange will take: Outbound to Office 365 on EX01.contoso.local sends with "
                    + "8A649A9A7241BB51DCCD715A4E55727B6903D255, by Exchange Online refused"
            )
        )
        let json = try Binary(audit + ["--format", "json"], folder: root).json
        let inventory = try #require(json["inventory"] as? [String: Any])
        let predictions = try #require(inventory["predictions"] as? [[String: Any]])
        #expect(predictions.count == 3)
        #expect(
            predictions.count {
                $0["exchangeOnline"] as? Bool == true && $0["acceptance"] as? String == "refused"
            } == 2
        )
    }
}
