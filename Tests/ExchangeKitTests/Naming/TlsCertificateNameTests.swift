import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("TlsCertificateName")
struct TlsCertificateNameTests {
    @Test func joinsIssuerAndSubjectAsExchangeDoes() throws {
        let root = Forge.authority("Alpha Root") {
            $0.subject = [("C", "US"), ("O", "Alpha, Inc."), ("CN", "R1")]
        }
        let certificate = try Certificate(der: root.issue("mail.contoso.com").der)
        let name = TlsCertificateName(certificate)
        #expect(name.text == "<I>CN=R1, O=\"Alpha, Inc.\", C=US<S>CN=mail.contoso.com")
        #expect(name.length == name.text.count)
        #expect(TlsCertificateName(reading: name.text) == name)
    }

    @Test(arguments: ["<I>CN=R1<S>CN=mail", "<i>CN=R1<s>CN=mail", "<I>CN=R1<s>CN=mail"])
    func readsTagsInEitherCase(_ text: String) {
        let name = TlsCertificateName(reading: text)
        #expect(name.issuer == "CN=R1")
        #expect(name.subject == "CN=mail")
        #expect(name.damage.isEmpty)
    }

    @Test func keepsAnEmptySubjectApartFromNone() {
        #expect(TlsCertificateName(reading: "<I>CN=R1<S>").subject == "")
        #expect(TlsCertificateName(reading: "<I>CN=R1").subject == nil)
    }

    @Test func takesATagInQuotesForPartOfTheValue() {
        let name = TlsCertificateName(reading: "<I>O=\"a<S>b\"<S>CN=mail")
        #expect(name.issuer == "O=\"a<S>b\"")
        #expect(name.subject == "CN=mail")
    }

    @Test(arguments: [
        ("<I>CN=R1\\<S>CN=mail", TlsCertificateNameDamage.backslashBeforeTag),
        ("<I>CN=R1<\\S>CN=mail", .slashInTag), ("<I>CN=R1</S>CN=mail", .slashInTag),
        ("&lt;I&gt;CN=R1&lt;S&gt;CN=mail", .htmlEntities), ("<S>CN=mail<I>CN=R1", .swappedOrder),
        ("'<I>CN=R1<S>CN=mail'", .enclosingQuotes), ("\"<I>CN=R1<S>CN=mail\"", .enclosingQuotes),
        (" <I>CN=R1<S>CN=mail", .enclosingBlanks), ("< I >CN=R1<S>CN=mail", .blankInTag),
        ("x<I>CN=R1<S>CN=mail", .textBeforeTag), ("<I>CN=R1<S>CN=mail<I>CN=R1", .repeatedTag),
    ])
    func seesTheDamageAndReadsThroughIt(_ text: String, _ damage: TlsCertificateNameDamage) {
        let name = TlsCertificateName(reading: text)
        #expect(name.damage == [damage])
        #expect(name.issuer == "CN=R1")
        #expect(name.subject == "CN=mail")
        #expect(name.text == text)
    }

    @Test func takesWhatStandsBeforeALoneSubjectTagForTheIssuer() {
        let name = TlsCertificateName(reading: "CN=R1<S>CN=mail")
        #expect(name.damage == [.textBeforeTag, .missingIssuerTag])
        #expect(name.issuer == "CN=R1")
    }

    @Test(arguments: ["", "mail.contoso.com", "<", "<I", "\\\\\\\\<I>", "<S>\"", "&lt;", "''", "\"", "<X>y"])
    func readsAnythingWithoutHarm(_ text: String) {
        let name = TlsCertificateName(reading: text)
        #expect(!name.damage.isEmpty)
        #expect(name.text == text)
    }
}
