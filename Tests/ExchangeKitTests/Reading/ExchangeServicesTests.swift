import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ExchangeServicesTests {
    private static let writings: [(String, ExchangeServices)] = [
        ("IMAP, POP, IIS, SMTP", [.imap, .pop, .iis, .smtp]), ("None", []), ("SMTP", .smtp),
        ("27", [.imap, .pop, .iis, .smtp]), ("IP.WS.", [.imap, .pop, .iis, .smtp]),
        ("....SF", [.smtp, .federation]),
        ("...WS", [.iis, .smtp]), ("....S..", .smtp), ("......C", .umCallRouter), ("\u{2026}..", []),
    ]

    @Test(arguments: writings)
    func readsWordsNumbersAndLetters(_ text: String, _ services: ExchangeServices) {
        #expect(ExchangeServices(.text(text)) == services)
    }

    @Test func takesDotsAtTheEndForPlacesWithoutALetter() {
        #expect(ExchangeServices(.cutText("...W")) == .iis)
        #expect(ExchangeServices(.cutText("IMAP, P")) == nil)
    }

    @Test(arguments: ["SMTP, Fax", "S.....", "S", "IPUWSFCC"])
    func saysNothingOfWhatItDoesNotUnderstand(_ text: String) {
        #expect(ExchangeServices(.text(text)) == nil)
    }

    @Test func saysNothingWhereTheExportHasNoValue() {
        #expect(ExchangeServices(.null) == nil)
    }
}
