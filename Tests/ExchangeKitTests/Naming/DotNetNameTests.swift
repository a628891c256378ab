import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("DotNetName")
struct DotNetNameTests {
    private func read(_ text: String, _ dialect: DotNetNameReader.Dialect = .dotNet) -> [[String]]? {
        DotNetName(text, dialect: dialect)?.relativeNames.map {
            $0.attributes.map { "\($0.type)|\($0.value)" }
        }
    }

    @Test func readsCommasInQuotesAsPartOfTheValue() {
        #expect(
            read("CN=R1, O=\"Alpha, Inc.\", S=Arizona, C=US")
                == [["CN|R1"], ["O|Alpha, Inc."], ["S|Arizona"], ["C|US"]]
        )
    }

    @Test func readsADoubledQuoteAsOne() {
        #expect(read("O=\"The \"\"Best\"\"\", C=US") == [["O|The \"Best\""], ["C|US"]])
    }

    @Test func readsSeveralAttributesOfOneRelativeName() {
        #expect(read("CN=mail + OU=IT, C=US") == [["CN|mail", "OU|IT"], ["C|US"]])
        #expect(read("CN=\"a+b\" + OU=IT") == [["CN|a+b", "OU|IT"]])
    }

    @Test func readsIdentifiersAndMailAddresses() {
        #expect(read("OID.1.2.3=x, E=a@contoso.com") == [["OID.1.2.3|x"], ["E|a@contoso.com"]])
    }

    @Test func takesACommaWithoutATypeBehindItForPartOfTheValue() {
        #expect(read("O=Alpha, Inc., C=US") == [["O|Alpha, Inc."], ["C|US"]])
    }

    @Test func readsNothingAsAnEmptyName() {
        #expect(read("") == [])
        #expect(read("  ") == [])
    }

    @Test(arguments: ["mail.contoso.com", ",", "=x", "a, b"])
    func refusesWhatNamesNoType(_ text: String) { #expect(read(text) == nil) }

    @Test func readsEscapesOfOtherDialectsOnlyWhereAsked() {
        #expect(read("O=Alpha\\, Inc.", .escaped) == [["O|Alpha, Inc."]])
        #expect(read("L=M\\C3\\BCnchen", .escaped) == [["L|München"]])
        #expect(read("CN=CONTOSO\\admin") == [["CN|CONTOSO\\admin"]])
        #expect(read("/C=US/OU=http://a/b/CN=x", .slashes) == [["C|US"], ["OU|http://a/b"], ["CN|x"]])
        #expect(read("C=US", .slashes) == nil)
    }

    @Test(arguments: [
        [("C", "US"), ("O", "Alpha, \"Inc.\""), ("CN", " blank ")], [("CN", "a=b"), ("ST", "x+y")],
        [("emailAddress", "a@b.example"), ("CN", "#1;2<3>")], [("CN", "zwei\nZeilen")], [],
    ])
    func rendersWhatItReadsAsItStood(_ subject: [(String, String)]) throws {
        let forged = Forge.selfSigned("x") { template in
            template.subject = subject.map { (type: $0.0, value: $0.1) }
        }
        let text = try Certificate(der: forged.der).subject.dotNet
        let name = try #require(DotNetName(text))
        #expect(name.rendered == text)
        #expect(name.relativeNames.count == subject.count)
    }
}
