import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct StatusCodeScannerTests {
    private static func codes(_ text: String) -> [String] {
        StatusCodeScanner(Passage(text.utf8)).codes().map(\.code.text)
    }

    @Test(arguments: [
        ("454 4.7.0 Failed", ["454 4.7.0"]), ("4.7.0", ["4.7.0"]), ("550-5.7.64 x", ["550 5.7.64"]),
        ("#550 5.7.51", ["550 5.7.51"]), ("(5.7.64)", ["5.7.64"]),
        ("<#4.4.7 smtp;550 4.4.7 x>", ["4.4.7", "550 4.4.7"]),
        ("4/5.7.322", ["5.7.322"]), ("5.7.606-649", ["5.7.606"]), ("[Message=451 5.7.3 x]", ["451 5.7.3"]),
        ("LED=450 4.4.317 Cannot", ["450 4.4.317"]), ("see 5.7.64.", ["5.7.64"]),
        ("'421 4.4.1'", ["421 4.4.1"]),
    ])
    func findsCodes(_ text: String, _ codes: [String]) {
        #expect(Self.codes(text) == codes)
    }

    @Test(arguments: [
        "15.2.4.7.0", "4.7.0.1", "192.4.7.0", "10.4.7.1", "5.7.64.10", "v4.7.0", "Version 4.7.0",
        "version 5.7.64",
        "OpenSSL 4.7.0", "4.7.2023", "5.7.26 15:30:02", "04.7.0", "5.07.64", "4.7.0 MB", "5.7.64 kb",
        "2.5.29",
        "1.3.6.1.5.5.7.3", "4.7", "a/5.7.64", "64.5.7.64", "4.7.0x", "4.7.0a", "2.0.0", "ver. 14.5.7.64",
        "x=5.7.64.1",
        "-5.7.64", "45.7.64",
    ])
    func passesOverWhatOnlyLooksLikeACode(_ text: String) {
        #expect(Self.codes(text) == [])
    }
}
