import Foundation
import TestSupport
import Testing

@Suite("chaincheck verify")
struct VerifyCommandTests {
    private let example = AuditFolder()

    private func verify(_ arguments: String...) throws -> Binary {
        let leaf = example.folder.write(example.leaf.pem, to: "leaf.pem")
        return try Binary(
            [
                "verify", "--leaf", leaf, "--roots", example.roots.path + "/roots.pem", "--at",
                "2026-06-01T00:00:00Z",
            ]
                + arguments
        )
    }

    @Test func acceptsWithZeroAndRejectsWithOne() throws {
        let intermediates = example.folder.write(example.issuing.pem, to: "ca.pem")
        let good = try verify(
            "--intermediates",
            intermediates,
            "--host",
            "mail.contoso.com",
            "--format",
            "json"
        )
        #expect(good.code == 0)
        #expect(try good.json["verdict"] as? String == "accept")
        #expect(try (good.json["path"] as? [String: Any])?["endsInAnchor"] as? Bool == true)
        let named = try verify("--intermediates", intermediates, "--host", "other.example")
        #expect(named.code == 1)
        #expect(named.output.hasPrefix("REJECT"))
        #expect(try verify().code == 1)
    }

    @Test func readsRevocationLists() throws {
        let intermediates = example.folder.write(example.issuing.pem, to: "ca.pem")
        let lists = [
            example.issuing.revocationList(revoking: [example.leaf]),
            example.root.revocationList(revoking: []),
        ]
        let files = lists.enumerated().map { example.folder.write($0.element, to: "\($0.offset).crl") }
        let run = try verify(
            "--intermediates",
            intermediates,
            "--crls",
            files[0],
            "--crls",
            files[1],
            "--format",
            "json"
        )
        #expect(run.code == 1)
        #expect(run.output.contains("\"revoked\""))
    }

    @Test(arguments: [
        ["verify"], ["verify", "--batch", "--leaf", "x"], ["verify", "--batch", "--host", "x"],
    ])
    func exitsWith64WhenTheCommandLineIsWrong(_ arguments: [String]) throws {
        #expect(try Binary(arguments).code == 64)
    }

    @Test func exitsWithTwoForWhatCannotBeRead() throws {
        #expect(try Binary(["verify", "--leaf", "/nowhere"]).code == 2)
    }

    @Test func doesNotTakeTheCertificateAfterADamagedOneForTheLeaf() throws {
        var damaged = example.leaf.der
        let subject = try #require(damaged.firstRange(of: example.leaf.name)).lowerBound
        damaged[subject + 2] ^= 0x02
        let file = example.folder.write(damaged + example.issuing.der, to: "bundle.cer")
        let roots = example.roots.path + "/roots.pem"
        let run = try Binary(["verify", "--leaf", file, "--roots", roots, "--purpose", "any"])
        #expect(run.code == 2)
        #expect(run.errors.contains("bundle.cer: the certificate does not parse: "))
    }

    @Test func answersABatchInOrderAndGoesOnAfterABrokenLine() throws {
        func line(_ id: String, _ time: String) throws -> String {
            let object: [String: Any] = [
                "id": id, "validation_time": time, "host": ["dns": "mail.contoso.com"], "purpose": "server",
                "leaf": example.leaf.pem, "intermediates": [example.issuing.pem], "roots": [example.root.pem],
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }
        let input = [
            try line("good", "2026-06-01T00:00:00Z"), "nonsense", try line("late", "2030-06-01T00:00:00.5Z"),
            try line("timeless", "whenever"),
        ]
        let run = try Binary(["verify", "--batch"], input: input.joined(separator: "\n") + "\n")
        let answers = try run.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(answers.map { $0["id"] as? String } == ["good", nil, "late", "timeless"])
        #expect(answers.map { $0["verdict"] as? String } == ["accept", nil, "reject", nil])
        #expect(answers[1]["error"] != nil && answers[3]["error"] != nil)
        #expect(run.code == 2)
    }
}
