import Forges
import FoundationEssentials
import TestSupport
import Testing

@testable import ChainKit

@Suite("Cases of a batch")
struct VerificationCaseTests {
    private let root = Forge.authority("Alpha Root")

    private func decoded(_ members: [String: String]) throws -> VerificationCase {
        let leaf = root.issue("mail.contoso.com")
        var all = [
            "id": "\"1\"", "validation_time": "\"2026-06-01T00:00:00Z\"", "leaf": try text(leaf.pem),
            "intermediates": "[]", "roots": "[\(try text(root.pem))]",
        ]
        all.merge(members) { $1 }
        let line = "{" + all.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
        return try JSONDecoder().decode(VerificationCase.self, from: Data(line.utf8))
    }

    private func text(_ value: String) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    @Test func asksWhatTheLineSays() throws {
        let (anchors, request) = try decoded([
            "host": "{\"ip\":\"192.0.2.1\"}", "purpose": "\"client\"", "max_chain_depth": "2",
            "policy": "{\"initial\":[\"1.2.3\"],\"explicit\":true}",
        ]).request(InputReader())
        #expect(anchors.anchor(for: try root.certificate) != nil)
        #expect(request.references == [try #require(ReferenceIdentifier("192.0.2.1"))])
        #expect(request.purpose == .client)
        #expect(request.maximumIntermediates == 2)
        #expect(request.policy.acceptable == [try #require(ObjectIdentifier(dotted: "1.2.3"))])
        #expect(request.policy.requiresExplicitPolicy)
        #expect(request.revocation == nil)
    }

    @Test func keepsANameThatIsNone() throws {
        let request = try decoded(["host": "{\"dns\":\"a..b\"}"]).request(InputReader()).request
        #expect(request.references.isEmpty)
        #expect(request.unusableReferences == ["a..b"])
    }

    @Test func takesOneListOrSeveral() throws {
        let list = try text(PEMWriter.block("X509 CRL", root.revocationList))
        for value in [list, "[\(list)]"] {
            #expect(try decoded(["crls": value]).request(InputReader()).request.revocation != nil)
        }
        #expect(try decoded(["crls": "[]"]).request(InputReader()).request.revocation == nil)
    }

    @Test(arguments: [
        ("validation_time", "\"whenever\"", "validation_time is no time"),
        ("purpose", "\"mail\"", "purpose is none of server, client, any"),
        ("leaf", "\"\"", "leaf holds no certificate"),
        ("max_chain_depth", "-1", "max_chain_depth is negative"),
        ("policy", "{\"initial\":[\"x\"]}", "policy.initial: 'x' is no identifier"),
    ])
    func saysWhatIsWrong(_ member: String, _ value: String, _ message: String) throws {
        let question = try decoded([member: value])
        let failure = #expect(throws: VerificationCase.Failure.self) {
            try question.request(InputReader())
        }
        #expect(failure?.message == message)
    }

    /// Else the answer would be about the certificate after it.
    @Test func refusesALeafWhoseFirstCertificateIsDamaged() throws {
        let leaf = root.issue("mail.contoso.com")
        let damaged = leaf.replacing(leaf.name, with: DERWriter.sequence([0x32, 0x00]))
        let bundle = PEMWriter.block("CERTIFICATE", damaged) + leaf.pem
        let question = try decoded(["leaf": try text(bundle)])
        let failure = #expect(throws: VerificationCase.Failure.self) {
            try question.request(InputReader())
        }
        #expect(failure?.message.hasPrefix("leaf does not parse: ") == true)
    }
}
