import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import Octets

struct IssuerMissingTests {
    private let root = Forge.authority("Alpha Root")

    /// Where the issuer's certificate is to be had.
    private let offer: ForgedExtension = {
        let location = DERWriter.element(0x86, Array("http://ca.example/1.cer".utf8))
        let method = DERWriter.identifier("1.3.6.1.5.5.7.48.2")
        return ForgedExtension(
            "authorityInfoAccess",
            value: DERWriter.sequence(DERWriter.sequence(method, location))
        )
    }()

    @Test func passesACompletePath() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        #expect(IssuerMissing().findings(in: subject).isEmpty)
    }

    @Test func namesTheIssuerItsKeyAndWhereItIsOffered() throws {
        let issuing = root.authority("Alpha CA 1")
        let leaf = issuing.issue("mail.contoso.com") {
            $0.extensions = [offer]
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

    @Test func saysWhatTheMissingOneIssuedWhereTheAuthoritySaysThatItCanBeHad() throws {
        let issuing = root.authority("Alpha CA 1") { $0.extensions = [offer] }
        let found = IssuerMissing().findings(in: try .forged(issuing.issue("mail"), beside: [issuing]))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("issuer \"CN=Alpha Root\"") == true)
        #expect(found.first?.message.contains("it issued \"CN=Alpha CA 1\"") == true)
    }

    @Test func leavesAnAuthorityWithoutSuchAnOfferToRootNotTrusted() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), beside: [issuing])
        #expect(IssuerMissing().findings(in: subject).isEmpty)
        #expect(RootNotTrusted().findings(in: subject).count == 1)
    }

    @Test func countsTheOtherPathsThatFail() throws {
        let key = ForgedKey.fresh(.p256)
        let adjust: (inout CertificateTemplate) -> Void = {
            $0.key = key
            $0.extensions = [offer]
        }
        let issuing = root.authority("Alpha CA 1", adjust)
        let cross = Forge.authority("Beta Root").authority("Alpha CA 1", adjust)
        let found = IssuerMissing().findings(
            in: try .forged(issuing.issue("mail"), beside: [issuing, cross])
        )
        #expect(found.first?.message.hasSuffix("the one other path fails too") == true)
    }

    @Test func flagsARingOfAuthorities() throws {
        let alpha = ForgedKey.fresh(.p256)
        let one = Forge.authority("Alpha") { $0.key = alpha }
        let other = Forge.authority("Beta")
        let oneByOther = other.authority("Alpha") { $0.key = alpha }
        let otherByOne = one.authority("Beta") { $0.key = other.key }
        let found = IssuerMissing().findings(
            in: try .forged(one.issue("mail"), beside: [oneByOther, otherByOne])
        )
        #expect(found.count == 1)
        #expect(found.first?.message.contains("only certify each other") == true)
        #expect(found.first?.severity == .error)
    }
}
