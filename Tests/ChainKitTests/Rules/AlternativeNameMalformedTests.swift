import TestSupport
import Testing

@testable import ChainKit

struct AlternativeNameMalformedTests {
    private let rule = AlternativeNameMalformed()
    private let root = Forge.authority("Alpha Root")

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
