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

    @Test func takesAFractionOfTheLastSecondForWithinIt() throws {
        let root = example.folder.write(example.root.pem, to: "root.pem")
        let short = example.root.issue("mail.contoso.com") { $0.notAfter = "20261129120000Z" }
        let leaf = example.folder.write(short.pem, to: "short.pem")
        for (time, code) in [("12:00:00.5Z", 0), ("12:00:00.999999999Z", 0), ("12:00:01Z", 1)] {
            let run = try Binary(["verify", "--leaf", leaf, "--roots", root, "--at", "2026-11-29T\(time)"])
            #expect(run.code == code, "\(time)")
        }
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
        #expect(run.errors.contains("bundle.cer: certificate 1 does not parse: "))
    }

    @Test(
        "takes the first certificate that is no authority's, and the file's issuers",
        arguments: ["fullchain.pem", "reversed.pem", "chain.p7b", "chain.pfx"]
    )
    func usesTheWholeFile(_ name: String) throws {
        let octets: [UInt8] =
            switch name {
            case "fullchain.pem": Array((example.leaf.pem + example.issuing.pem).utf8)
            case "reversed.pem": Array((example.root.pem + example.issuing.pem + example.leaf.pem).utf8)
            case "chain.p7b": ForgedCertificate.pkcs7([example.issuing, example.leaf])
            default: example.leaf.pkcs12(password: "hunter2", others: [example.issuing])
            }
        let file = example.folder.write(octets, to: name)
        let passwords = example.folder.write("hunter2\n", to: "passwords.txt")
        let run = try Binary([
            "verify", "--leaf", file, "--roots", example.roots.path + "/roots.pem", "--at", "2026-06-01",
            "--host", "mail.contoso.com", "--password-file", passwords,
        ])
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("path 1: mail.contoso.com > Alpha Issuing CA > Alpha Root"))
    }

    @Test func takesTheFirstOfAuthoritiesAlone() throws {
        let file = example.folder.write(example.issuing.pem + example.root.pem, to: "ca.pem")
        let roots = example.roots.path + "/roots.pem"
        let run = try Binary([
            "verify", "--leaf", file, "--roots", roots, "--at", "2026-06-01", "--purpose", "any",
            "--profile", "rfc5280",
        ])
        #expect(run.output.contains("path 1: Alpha Issuing CA > Alpha Root"))
    }

    @Test func answersNothingForAFileThatIsDamagedInPart() throws {
        let damaged = example.leaf.pem.replacingOccurrences(of: "\nMII", with: "\nMI!I")
        let file = example.folder.write(damaged + example.issuing.pem, to: "damaged.pem")
        let run = try Binary(["verify", "--leaf", file])
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
    }

    @Test func countsTheFirstOfABatchsLeaf() throws {
        let object: [String: Any] = [
            "id": "x", "validation_time": "2026-06-01T00:00:00Z", "host": ["dns": "mail.contoso.com"],
            "leaf": example.issuing.pem + example.leaf.pem, "intermediates": [example.issuing.pem],
            "roots": [example.root.pem],
        ]
        let line = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        let run = try Binary(["verify", "--batch"], input: line + "\n")
        #expect(try run.json["verdict"] as? String == "reject")
    }

    @Test(arguments: [
        ("--host", "https://mail.contoso.com/owa", "it is a URL; did you mean mail.contoso.com?"),
        ("--host", "☕.example", "no host name may hold"), ("--host", "", "it is empty"),
    ])
    func refusesWhatIsNoName(_ option: String, _ text: String, _ reason: String) throws {
        let run = try verify(option, text)
        #expect(run.code == 64)
        #expect(run.errors.contains(reason))
    }

    @Test func normalisesTheNamesOfABatch() throws {
        let leaf = example.issuing.issue("x") { $0.names = ["xn--bro-hoa.example"] }
        let lines = try ["bu\u{308}ro.example", "büro。example", "bü ro.example"].map { name in
            let object: [String: Any] = [
                "id": name, "validation_time": "2026-06-01T00:00:00Z", "host": ["dns": name],
                "leaf": leaf.pem, "intermediates": [example.issuing.pem], "roots": [example.root.pem],
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }
        let run = try Binary(["verify", "--batch"], input: lines.joined(separator: "\n") + "\n")
        let verdicts = try run.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["verdict"]
                as? String
        }
        #expect(verdicts == ["accept", "accept", "reject"])
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
        #expect(run.code == 1)
        #expect(
            run.errors
                == "chaincheck: exit code 1: 1 of 2 cases is rejected, and 2 lines could not be read\n"
        )
    }
}
