import Testing

@testable import ChainKit

struct WantedNameTests {
    private static let names = [
        "mail.contoso.com", "contoso.com", "com", "smtp.contoso.com", "mail.eu.contoso.com",
        "mial.contoso.com",
        "mail.contosso.com", "MAIL.CONTOSO.COM", "mail.contoso.com.", "*.contoso.com", "*.CONTOSO.com",
        "*.com",
        "*.eu.contoso.com", "*.contosp.com", "mail*.contoso.com", "a.b.c.d.example", "", ".", "..", "*",
        "mail",
        "mail.contoso.com\0.evil.example", "m\u{e4}il.contoso.com", "\u{212a}.mail.contoso.com",
        "x.mail.contoso.com",
        "autodiscover.mail.contoso.com.example", ".contoso.com", "contoso.com.mail", "other.example.org",
    ]

    @Test(arguments: ["mail.contoso.com", "contoso.com", "com", "x", "mail.eu.contoso.com"])
    func passesOverNoNameThatIsAMissWhenLookedAtClosely(_ text: String) throws {
        let wanted = WantedName(try #require(DNSName(text)))
        for name in Self.names.map({ Array($0.utf8) }) {
            let miss = wanted.miss(by: PresentedIdentifier(dns: name))
            #expect(miss == nil || wanted.mayBeNear(name), "\(String(decoding: name, as: UTF8.self))")
        }
    }

    @Test func passesOverWhatIsFarWithoutSplittingIt() throws {
        let wanted = WantedName(try #require(DNSName("mail.contoso.com")))
        #expect(!wanted.mayBeNear(Array("autodiscover.fabrikam.example".utf8)))
        #expect(wanted.mayBeNear(Array("autodiscover.contoso.com".utf8)))
        #expect(!wanted.mayBeCovered(by: Array("smtp.contoso.com".utf8)))
        #expect(wanted.mayBeCovered(by: Array("MAIL.contoso.com".utf8)))
    }

    @Test func holdsNoShallowWildcardAgainstANameThatItIsTooLongFor() throws {
        let wanted = WantedName(try #require(DNSName("a.b")))
        #expect(wanted.miss(by: PresentedIdentifier(dns: Array("*.a.very.long.name".utf8))) == nil)
        #expect(wanted.miss(by: PresentedIdentifier(dns: Array("*.b.c".utf8))) == nil)
    }
}
