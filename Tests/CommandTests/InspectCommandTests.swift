import TestSupport
import Testing

@Suite("chaincheck inspect")
struct InspectCommandTests {
    private let folder = TemporaryFolder()
    private let leaf = Forge.authority("Alpha Root").issue("mail.contoso.com")

    @Test func showsWhatIsInsideAndExitsWithZero() throws {
        let file = folder.write(leaf.pem, to: "a.pem")
        let run = try Binary(["inspect", file, "--format", "json"])
        #expect(run.code == 0)
        #expect(try run.json["status"] as? String == "ok")
        #expect(try (run.json["certificates"] as? [Any])?.count == 1)
        #expect(try run.json["notes"] is [Any])
        #expect(try Binary(["inspect", file]).output.contains("mail.contoso.com"))
    }

    @Test func skipsWhatHoldsNoCertificate() throws {
        let run = try Binary(["inspect", folder.write("hello", to: "a.txt"), "--format", "json"])
        #expect(run.code == 0)
        #expect(try run.json["status"] as? String == "skipped")
    }

    @Test func exitsWithTwoForWhatCannotBeRead() throws {
        let run = try Binary([
            "inspect", folder.write(Array(leaf.der.prefix(100)), to: "a.cer"), "--format", "json",
        ])
        #expect(run.code == 2)
        #expect(try run.json["status"] as? String == "error")
        #expect(try Binary(["inspect", "/nowhere"]).code == 2)
    }
}
