import TestSupport
import Testing

/// Files and folders that are built to break what reads them.
@Suite("Hostile files")
struct HostileFileTests {
    private let folder = TemporaryFolder()
    private let leaf = Forge.selfSigned("mail.contoso.com")

    private func inspect(_ octets: [UInt8], _ options: String...) throws -> [String: Any] {
        let path = folder.write(octets, to: "a.file")
        _ = try Run(
            ["audit", path, "--domain", "mail.contoso.com", "--format", "json"] + options
        ).json()
        return try Run(["inspect", path, "--format", "json"] + options).json()
    }

    private func count(_ json: [String: Any]) -> Int { (json["certificates"] as? [Any])?.count ?? -1 }

    @Test func fiveThousandBlocks() throws {
        let text = [String](repeating: leaf.pem, count: 5_000).joined()
        #expect(count(try inspect(Array(text.utf8))) == 5_000)
    }

    /// Larger than a file that is read at once may be.
    @Test func aBundleOfSeventyMegabytes() throws {
        let leaves = (1...70).map { Forge.selfSigned("host\($0).contoso.com") }
        let comment = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20)
        let path = folder.write(leaves.flatMap { Array($0.pem.utf8) + comment + [0x0a] }, to: "a.pem")
        let json = try Run(["audit", path, "--domain", "mail.contoso.com", "--format", "json"]).json()
        #expect(count(json) == 70)
        let file = try #require((json["files"] as? [[String: Any]])?.first)
        #expect(file["certificates"] as? Int == 70)
        #expect(file["status"] as? String == "ok")
        #expect(count(try Run(["inspect", path, "--format", "json"]).json()) == 0)
    }

    @Test func aLineOfThreeHundredThousandOctets() throws {
        let line = String(repeating: "A", count: 300_000)
        let block = "-----BEGIN CERTIFICATE-----\n\(line)\n-----END CERTIFICATE-----\n"
        #expect(count(try inspect(Array((line + "\n" + leaf.pem).utf8))) == 1)
        #expect(count(try inspect(Array((block + leaf.pem).utf8))) == 1)
        #expect(count(try inspect(Array(line.utf8))) == 0)
    }

    @Test func aHundredThousandBlocksThatDoNotEnd() throws {
        let text = String(repeating: "-----BEGIN CERTIFICATE-----\n", count: 100_000)
        #expect(count(try inspect(Array(text.utf8))) == 0)
    }

    @Test func base64InsideBase64TwentyTimes() throws {
        let text = (0..<20).reduce(leaf.pem) { inner, _ in PEMWriter.base64(Array(inner.utf8)) }
        #expect(count(try inspect(Array(text.utf8))) == 0)
    }

    @Test func aContainerThatAsksForTwoThousandMillionRounds() throws {
        let honest = leaf.pkcs12(password: "secret", iterations: 1_234)
        let hostile = DERRewriter.replacing(
            DERWriter.integer(1_234),
            with: DERWriter.integer(2_147_483_647),
            in: honest
        )
        let passwords = folder.write("secret\n", to: "passwords.txt")
        let json = try inspect(hostile, "--password-file", passwords)
        #expect(count(json) == 0)
        #expect(json["status"] as? String == "error")
    }

    @Test func aContainerOfTenThousandCertificates() throws {
        let message = ForgedCertificate.pkcs7([ForgedCertificate](repeating: leaf, count: 10_000))
        #expect(count(try inspect(message)) == 10_000)
    }

    @Test func linksThatLeadInCircles() throws {
        folder.write(leaf.pem, to: "certs/deep/a.pem")
        folder.link("certs/deep/up", to: "..")
        folder.link("certs/self", to: "self")
        folder.link("certs/again", to: folder.path + "/certs")
        folder.link("certs/zero", to: "/dev/zero")
        let json = try Run([
            "audit", folder.path + "/certs", "--domain", "mail.contoso.com", "--format", "json",
        ]).json()
        #expect((json["certificates"] as? [Any])?.count == 1)
    }

    @Test func aFolderFiveHundredDeep() throws {
        let path = [String](repeating: "d", count: 500).joined(separator: "/")
        folder.write(leaf.pem, to: path + "/a.pem")
        let json = try Run(["audit", folder.path, "--domain", "mail.contoso.com", "--format", "json"]).json()
        #expect((json["certificates"] as? [Any])?.count == 1)
    }

    @Test func namesOfFilesThatSpeakToTheTerminal() throws {
        folder.write(leaf.pem, to: "\u{1b}[2Jred\u{7}\u{202e}gpj.pem")
        for format in ["json", "text", "csv", "ndjson"] {
            let run = try Run([
                "audit", folder.path, "--domain", "mail.contoso.com", "--format", format,
            ])
            #expect(run.code == 1)
            #expect(!run.output.contains(0x1b) && !run.output.contains(0x07))
        }
    }

    @Test func questionsToTheRootListThatAreNone() throws {
        let deep = String(repeating: "[", count: 100_000)
        let lines = ["", "{", "{}", "[]", "null", deep, "{\"sha1\":\(deep)", "{\"at\":1e999}", "\u{0}"]
        let input = lines.joined(separator: "\n") + "\n"
        let run = try Run(["roots", "trust", "--batch"], input: Array(input.utf8))
        #expect(run.code < 128)
    }
}
