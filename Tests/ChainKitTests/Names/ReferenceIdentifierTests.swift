import Forges
import Testing

@testable import ChainKit

@Suite("Reference identifiers")
struct ReferenceIdentifierTests {
    @Test(arguments: ["", ".", "a..b", "mail contoso.com", "mail.contoso.com:25", "*.contoso.com", "a/b"])
    func refusesWhatIsNoHost(_ text: String) {
        #expect(ReferenceIdentifier(text) == nil)
    }

    @Test(arguments: [
        ("::", 16), ("::1", 16), ("1::", 16), ("::ffff:192.0.2.1", 16), ("1:2:3:4:5:6:7:8", 16),
        ("10.0.0.1", 4),
    ])
    func readsAddresses(_ text: String, _ count: Int) {
        #expect(IPAddress(text)?.octets.count == count)
    }

    @Test(arguments: [
        "1:2:3", "1:2:3:4:5:6:7:8:9", ":::", "1::2::3", "10.0.0", "10.0.0.256", "010.0.0.1", "::1%eth0",
    ])
    func refusesWhatIsNoAddress(_ text: String) {
        #expect(IPAddress(text) == nil)
    }
}

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
