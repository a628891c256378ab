import Forges
import TestSupport
import Testing

@testable import ChainKit

struct StreamAuditTests {
    private let root = Forge.authority("Alpha Root")

    private let worker = Worker()

    private func stream() throws -> StreamAudit {
        StreamAudit(
            Audit(
                trust: .anchors(PrivateAnchors([try root.certificate])),
                time: Instant(rfc3339: "2026-06-01T00:00:00Z") ?? Instant(seconds: 0)
            )
        )
    }

    private func question(_ json: String) throws -> StreamQuestion {
        try StreamQuestion(line: Array(json.utf8)[...])
    }

    private func base64(_ certificate: ForgedCertificate) -> String {
        PEMWriter.base64(certificate.der)
    }

    @Test func judgesACertificateWithTheIssuersThatCameAlong() throws {
        let issuer = root.authority("Alpha Issuer")
        let leaf = issuer.issue("mail")
        let chain = issuer.pem.replacing("\n", with: "\\n")
        let alone = try stream().answer(question("{\"der\":\"\(base64(leaf))\"}"), by: worker)
        let together = try question("{\"der\":\"\(base64(leaf))\",\"chain\":[\"\(chain)\"]}")
        let led = try stream().answer(together, by: worker)
        #expect(alone.search.trusted == nil)
        #expect(led.search.trusted?.path.certificates.count == 3)
    }

    @Test func forgetsTheIssuersOfTheLineBefore() throws {
        let issuer = root.authority("Alpha Issuer")
        let leaf = issuer.issue("mail")
        let chain = issuer.pem.replacing("\n", with: "\\n")
        let stream = try stream()
        let together = try question("{\"der\":\"\(base64(leaf))\",\"chain\":[\"\(chain)\"]}")
        #expect(try stream.answer(together, by: worker).search.trusted != nil)
        let alone = try question("{\"der\":\"\(base64(leaf))\"}")
        #expect(try stream.answer(alone, by: worker).search.trusted == nil)
    }

    @Test func refusesAnIdentifierThatCannotBeSaidAgain() throws {
        for id: [UInt8] in [[0xe9], [0xff], Array("\\ud800".utf8), Array("\\udfff".utf8)] {
            let line = Array("{\"id\":\"".utf8) + id + Array("\",\"pem\":\"x\"}".utf8)
            #expect(throws: StreamQuestion.Failure.self) { try StreamQuestion(line: line[...]) }
        }
        #expect(try question("{\"id\":\"\\u00e9\",\"pem\":\"x\"}").identifier == .text("é"))
    }

    @Test(arguments: [
        ("{\"id\":1,\"pem\":\"nothing\"}", "text without a certificate"),
        ("{\"id\":1,\"der\":\"!\"}", "der is not base64"),
        ("{\"id\":1}", "neither pem nor der"),
        ("{\"id\":1,\"pem\":\"a\",\"der\":\"a\"}", "pem or der must be one string, and not both"),
    ])
    func saysWhyALineHasNoAnswer(_ line: String, _ message: String) throws {
        do {
            _ = try stream().answer(question(line), by: worker)
            Issue.record("it was answered")
        } catch let failure as StreamQuestion.Failure {
            #expect(failure.message == message)
            #expect(failure.identifier == .number("1"))
        }
    }
}
