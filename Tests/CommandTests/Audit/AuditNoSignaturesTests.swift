import Foundation
import TestSupport
import Testing

@Suite("chaincheck audit --no-signatures")
struct AuditNoSignaturesTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func contoso(_ arguments: String...) throws -> Binary {
        try Binary(
            [
                "audit", "Examples/contoso/certs", "--domain", "mail.contoso.com",
                "--anchors", "Examples/contoso/trust/roots.pem",
                "--password-file", "Examples/contoso/passwords.txt", "--at", "2026-11-23T00:00:00Z",
            ] + arguments,
            folder: Self.root
        )
    }

    private func objects(_ run: Binary) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func verdicts(_ certificates: [[String: Any]]) -> [String: Int] {
        Dictionary(certificates.compactMap { $0["verdict"] as? String }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test func textSaysSoBeforeTheAnswerAndOnStandardError() throws {
        let run = try contoso("--no-signatures")
        #expect(run.output.hasPrefix("SIGNATURES NOT CHECKED: "))
        #expect(run.output.contains("11 certificates judged, 0 eligible, 0 with warnings"))
        #expect(run.output.contains("No usable certificate: no signature was checked"))
        #expect(run.errors.components(separatedBy: "no signature is checked").count == 2)
        #expect(try !contoso().errors.contains("no signature"))
    }

    @Test func jsonHasNoEligibleCertificateAndRecommendsNone() throws {
        let document = try contoso("--no-signatures", "--format", "json").json
        #expect(document["signaturesChecked"] as? Bool == false)
        #expect(document["recommendation"] is NSNull)
        let certificates = try #require(document["certificates"] as? [[String: Any]])
        #expect(verdicts(certificates) == ["undetermined": 5, "ineligible": 6])
        let checked = try contoso("--format", "json").json
        #expect(checked["signaturesChecked"] as? Bool == true)
        #expect(checked["recommendation"] is [String: Any])
    }

    @Test func ndjsonSaysSoInItsFirstLineAndLeavesIneligibleWhatWasIneligible() throws {
        let lines = try objects(try contoso("--no-signatures", "--format", "ndjson"))
        #expect(lines.first?["signaturesChecked"] as? Bool == false)
        let checked = try objects(try contoso("--format", "ndjson"))
        func ineligible(_ lines: [[String: Any]]) -> [String] {
            lines.filter { $0["verdict"] as? String == "ineligible" }.compactMap { $0["sha256"] as? String }
        }
        #expect(ineligible(lines) == ineligible(checked))
        let open = lines.filter { $0["verdict"] as? String == "undetermined" }
        #expect(!open.isEmpty)
        for certificate in open {
            let findings = certificate["findings"] as? [[String: Any]] ?? []
            #expect(findings.contains { $0["rule"] as? String == "signatures-not-checked" })
        }
    }

    @Test func csvSaysSoInAColumn() throws {
        let run = try contoso("--no-signatures", "--format", "csv")
        let lines = run.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.first?.hasSuffix(",signaturesChecked,linkTarget") == true)
        let certificates = lines.filter { $0.hasPrefix("certificate,") }
        #expect(certificates.count == 16)
        #expect(!certificates.contains { !$0.hasSuffix(",false,") })
        #expect(!certificates.contains { $0.hasPrefix("certificate,eligible") })
    }

    @Test func everyAnswerOfAStreamSaysSo() throws {
        let example = AuditFolder.good()
        let pem = (example.leaf.pem + example.issuing.pem).replacing("\n", with: "\\n")
        let arguments = [
            "audit", "--from", "ndjson", "--domain", "mail.contoso.com", "--anchors",
            example.roots.path + "/roots.pem", "--at", "2026-06-01T00:00:00Z",
        ]
        let input = "{\"id\":1,\"pem\":\"\(pem)\"}\n{\"id\":2,\"pem\":\"\(pem)\"}\n"
        let run = try Binary(arguments + ["--no-signatures"], input: input)
        let answers = try objects(run)
        #expect(answers.map { $0["verdict"] as? String } == ["undetermined", "undetermined"])
        #expect(answers.map { $0["signaturesChecked"] as? Bool } == [false, false])
        #expect(run.code == 1)
        #expect(run.errors.contains("no signature is checked"))
        let checked = try objects(try Binary(arguments, input: input))
        #expect(checked.map { $0["signaturesChecked"] as? Bool } == [true, true])
    }

    @Test func exitsWithOneForWhatIsUndeterminedUnlessTold() throws {
        let example = AuditFolder.good()
        #expect(try example.audit("--no-signatures").code == 1)
        #expect(try example.audit("--no-signatures", "--fail-on", "never").code == 0)
    }

    @Test(arguments: [
        ["audit", "x", "--no-signatures", "--crls", "y"],
        ["audit", "x", "--no-signatures", "--inventory", "y"], ["verify", "--leaf", "x", "--no-signatures"],
        ["vet", "x", "--no-signatures"], ["exchange", "x", "--no-signatures"],
        ["compare", "x", "y", "--no-signatures"], ["timeline", "x", "--no-signatures"],
    ])
    func exitsWith64WhereSignaturesCannotBeLeftOut(_ arguments: [String]) throws {
        let run = try Binary(arguments)
        #expect(run.code == 64)
        #expect(run.errors.contains("--no-signatures"))
    }
}
