import TestSupport
import Testing

@testable import ChainKit

struct IssuerMissingTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesACompletePath() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        #expect(IssuerMissing().findings(in: subject).isEmpty)
    }

    @Test func namesTheIssuerItsKeyAndWhereItIsOffered() throws {
        let issuing = root.authority("Alpha CA 1")
        let leaf = issuing.issue("mail.contoso.com") {
            let location = DERWriter.element(0x86, Array("http://ca.example/1.cer".utf8))
            let method = DERWriter.identifier("1.3.6.1.5.5.7.48.2")
            let value = DERWriter.sequence(DERWriter.sequence(method, location))
            $0.extensions = [ForgedExtension("authorityInfoAccess", value: value)]
        }
        let key = try #require(try Certificate(der: issuing.der).subjectKeyIdentifier)
        let found = IssuerMissing().findings(in: try .forged(leaf, under: [root]))
        #expect(
            found.map(\.message) == [
                """
                the certificate of the issuer "CN=Alpha CA 1" is not here, key id \(Hexadecimal.string(key)); the CA \
                offers it at http://ca.example/1.cer
                """
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func saysWhatTheMissingOneIssued() throws {
        let issuing = root.authority("Alpha CA 1")
        let found = IssuerMissing().findings(in: try .forged(issuing.issue("mail"), beside: [issuing]))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("issuer \"CN=Alpha Root\"") == true)
        #expect(found.first?.message.hasSuffix("it issued \"CN=Alpha CA 1\"") == true)
    }

    @Test func countsTheOtherPathsThatFail() throws {
        let key = ForgedKey.fresh(.p256)
        let issuing = root.authority("Alpha CA 1") { $0.key = key }
        let cross = Forge.authority("Beta Root").authority("Alpha CA 1") { $0.key = key }
        let found = IssuerMissing().findings(
            in: try .forged(issuing.issue("mail"), beside: [issuing, cross])
        )
        #expect(found.first?.message.hasSuffix("the one other path fails too") == true)
    }
}
