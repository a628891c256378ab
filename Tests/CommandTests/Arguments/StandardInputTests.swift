import Foundation
import TestSupport
import Testing

@Suite("- among what is named")
struct StandardInputTests {
    private let example = AuditFolder()
    private var roots: String { example.roots.path + "/roots.pem" }

    @Test func isReadTogetherWithPaths() throws {
        example.folder.write(example.issuing.pem, to: "ca.pem")
        let run = try example.audit("-", input: example.leaf.pem)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("\nBIND  -\n"))
    }

    @Test func isALeaf() throws {
        let run = try Binary(
            ["verify", "--leaf", "-", "--roots", roots, "--at", "2026-06-01", "--host", "mail.contoso.com"],
            input: example.leaf.pem + example.issuing.pem
        )
        #expect(run.code == 0, "\(run.output)\(run.errors)")
    }

    @Test func isASideOfAComparison() throws {
        let file = example.folder.write(example.leaf.pem + example.issuing.pem, to: "old.pem")
        let run = try Binary(
            ["compare", file, "-", "--anchors", roots, "--at", "2026-06-01"],
            input: example.leaf.pem + example.issuing.pem
        )
        #expect(!run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    }

    @Test func isAnExportAmongOthers() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
            .standardizedFileURL
        let exports = project.appending(path: "Examples/contoso/exchange")
        let connectors = try String(
            contentsOf: exports.appending(path: "send-connectors.txt"),
            encoding: .utf8
        )
        let certificates = exports.appending(path: "certificates.txt").path(percentEncoded: false)
        let run = try Binary(
            ["exchange", certificates, "-", "--at", "2026-11-23", "--format", "json"],
            input: connectors
        )
        let paths = try #require(try run.json["files"] as? [[String: Any]]).compactMap {
            $0["path"] as? String
        }
        #expect(paths == [certificates, "-"])
        #expect(run.output.contains("Outbound to Office 365"))
    }

    @Test func isAPasswordFile() throws {
        let pfx = example.folder.write(example.leaf.pkcs12(password: "hunter2"), to: "a.pfx")
        #expect(try Binary(["inspect", pfx, "--password-file", "-"], input: "hunter2\n").code == 0)
    }

    @Test func isARequest() throws {
        let chain = example.folder.write(example.issuing.pem, to: "ca.pem")
        let run = try Binary(
            ["vet", "-", "--chain", chain, "--anchors", roots, "--at", "2026-06-01"],
            input: CertificateRequestTemplate("mail.contoso.com").pem
        )
        #expect(run.output.contains("\nBUY") || run.output.contains("\nDO NOT BUY"), "\(run.errors)")
    }

    @Test(
        "every command that asks for a password file takes one",
        arguments: [
            ["inspect", "PFX"], ["audit", "PFX"], ["timeline", "PFX"], ["compare", "PFX", "PFX"],
            ["exchange", "PFX"], ["verify", "--leaf", "PFX"], ["vet", "--chain", "PFX"],
            ["exchange", "PEM", "--import", "PFX"], ["vet", "--key-beside", "PFX", "--chain", "PEM"],
            ["audit", "PEM", "--anchors", "PFX"],
        ]
    )
    func asksForNothingItDoesNotTake(_ arguments: [String]) throws {
        let octets = example.issuing.pkcs12(password: "hunter2")
        let pfx = example.folder.write(octets, to: "a.pfx")
        let pem = example.folder.write(example.issuing.pem, to: "ca.pem")
        let passwords = example.roots.write("hunter2\n", to: "passwords.txt")
        let arguments = arguments.map { $0 == "PFX" ? pfx : $0 == "PEM" ? pem : $0 }
        let refused = try Binary(arguments)
        #expect((refused.output + refused.errors).contains("--password-file"), "\(refused.output)")
        let opened = try Binary(arguments + ["--password-file", passwords])
        #expect(
            !(opened.output + opened.errors).contains("is under a password"),
            "\(opened.output)\(opened.errors)"
        )
    }
}
