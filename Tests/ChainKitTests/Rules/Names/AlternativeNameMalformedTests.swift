import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AlternativeNameMalformedTests {
    private let rule = AlternativeNameMalformed()
    private let root = Forge.authority("Alpha Root")

    @Test func passesHostNamesWildcardsAndAddresses() throws {
        let leaf = root.issue("mail.contoso.com", names: ["mail.contoso.com", "*.contoso.com", "localhost"]) {
            $0.addresses = [[192, 0, 2, 1], [UInt8](repeating: 1, count: 16)]
        }
        #expect(try rule.violations(in: leaf).isEmpty)
    }

    @Test func flagsWhatIsNoHostName() throws {
        let leaf = root.issue("mail.contoso.com", names: [".contoso.com", "a_b.contoso.com", "192.0.2.1"]) {
            $0.addresses = [[192, 0, 2, 0, 255, 255, 255, 0]]
        }
        #expect(
            try rule.violations(in: leaf) == [
                "the dNSName '.contoso.com' has an empty label",
                "the dNSName 'a_b.contoso.com' holds an underscore",
                "the dNSName '192.0.2.1' reads as an address", "an iPAddress has 8 octets",
            ]
        )
    }

    @Test func rejectsNothingForANameThatNobodyCanMatch() throws {
        let leaf = root.issue("mail.contoso.com", names: ["", "*.*", "a*.contoso.com"])
        #expect(try rule.violations(in: leaf).isEmpty)
        #expect(rule.findings(in: try .forged(leaf)).count == 3)
    }

    @Test(arguments: ["mail\u{1b}[2J.contoso.com", "mail.contoso.com\0.evil", "m\u{fc}ller.example"])
    func warnsOfANameThatMayBeReadAsAnother(_ name: String) throws {
        let leaf = root.issue("mail.contoso.com", names: ["a_b.contoso.com", name])
        #expect(rule.findings(in: try .forged(leaf)).map(\.severity) == [.note, .warning])
    }

    @Test func tellsTheFirstFewOfMany() throws {
        let leaf = root.issue("mail.contoso.com", names: (0..<100).map { "a_\($0).contoso.com" })
        let found = rule.findings(in: try .forged(leaf))
        #expect(found.count == 6)
        #expect(found.last?.message == "95 more names are malformed")
    }
}
