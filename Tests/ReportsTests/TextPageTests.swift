import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("Text page")
struct TextPageTests {
    @Test func hangsWhatDoesNotFit() {
        var page = TextPage(style: TextStyle(isColoured: false, width: 40))
        page.paragraph("one two three four five six seven eight nine ten", indent: 2, hanging: 4)
        #expect(page.text == "  one two three four five six seven\n      eight nine ten\n")
    }

    @Test func keepsTheLeadOfAField() {
        var page = TextPage(style: TextStyle(isColoured: false, width: 40))
        page.field("names", "mail.contoso.com, autodiscover.contoso.com", indent: 2, labelWidth: 8)
        #expect(page.text == "  names   mail.contoso.com,\n          autodiscover.contoso.com\n")
    }

    @Test func countsColumnsAndNotCharacters() {
        #expect(DisplayWidth.columns("漢字") == 4)
        #expect(DisplayWidth.columns("e\u{301}") == 1)
        #expect(DisplayWidth.columns("\u{1b}[31mred\u{1b}[0m") == 3)
    }

    @Test func cutsBeforeItEscapes() {
        #expect(TextPage.show(String(repeating: "\u{1b}", count: 3), upTo: 2) == #"\u{1b}\u{1b}…"#)
    }

    @Test func breaksNoWord() {
        var page = TextPage(style: TextStyle(isColoured: false, width: 40))
        let word = String(repeating: "x", count: 60)
        page.paragraph("a \(word) b", hanging: 2)
        #expect(page.text == "a\n  \(word)\n  b\n")
    }
}
