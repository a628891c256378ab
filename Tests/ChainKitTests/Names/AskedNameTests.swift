import Forges
import Testing

@testable import ChainKit

@Suite("Names asked about")
struct AskedNameTests {
    private func refusal(_ text: String) -> UnusableName? {
        do throws(UnusableName) {
            _ = try ReferenceIdentifier(asked: text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("bu\u{308}ro.example", "xn--bro-hoa.example"), ("büro。example", "xn--bro-hoa.example"),
        ("BÜRO.Example.", "xn--bro-hoa.example"), ("ｍａｉｌ．ｃｏｎｔｏｓｏ．ｃｏｍ", "mail.contoso.com"),
        ("straße.example", "xn--strae-oqa.example"), ("münchen.example", "xn--mnchen-3ya.example"),
        ("日本語。ＪＰ", "xn--wgv71a119e.jp"), ("ma\u{ad}il.example", "mail.example"),
        ("ΒΌΛΟΣ.example", "xn--nxasmq6b.example"), ("xn--BRO-hoa.example", "xn--bro-hoa.example"),
        ("_dmarc.büro.example", "_dmarc.xn--bro-hoa.example"), ("r3---a.example", "r3---a.example"),
        ("１９２.0.2.1", "192.0.2.1"), ("EX01", "ex01"),
        // Emoji are none of IDNA 2008's letters, but such A-labels are in the DNS.
        ("xn--53h.example", "xn--53h.example"),
    ])
    func areNormalisedByUTS46(_ typed: String, _ name: String) throws {
        #expect(try ReferenceIdentifier(asked: typed).text == name)
    }

    @Test(arguments: [
        ("https://mail.contoso.com/owa", "it is a URL"),
        ("smtp://user:secret@mail.contoso.com:25", "it is a URL"),
        ("postmaster@mail.contoso.com", "it is a mail address"),
        ("mailto:postmaster@mail.contoso.com", "it is a mail address"),
        ("Postmaster <postmaster@mail.contoso.com>", "it is a mail address"),
        ("mail.contoso.com:25", "it has a port"), ("mail.contoso.com/", "it has a path"),
        ("mail.contoso.com ", "it has a space"), ("\tmail.contoso.com", "it has a space"),
        ("mail.contoso.com..", "it has an empty label"), ("mail.contoso.com,", "it is a list"),
        ("\"mail.contoso.com\"", "it has the character '\"'"),
        ("“mail.contoso.com”", "it has a character that no host name may hold"),
    ])
    func suggestTheNameThatStandsInTheText(_ typed: String, _ reason: String) throws {
        let refused = try #require(refusal(typed))
        #expect(refused.reason.hasPrefix(reason))
        #expect(refused.suggestion == "mail.contoso.com")
        #expect(refused.text.hasSuffix("; did you mean mail.contoso.com?"))
    }

    @Test(arguments: [
        ("", "it is empty"), ("*.contoso.com", "it has a wildcard"), ("a,b", "it is a list"),
        ("10.0.0.256", "its last label is a number"), ("1.2.3", "its last label is a number"),
        ("0x7f.1", "its last label is a number"), ("-a.example", "a label begins or ends with a hyphen"),
        ("a..b", "it has an empty label"), (".", "it has an empty label"),
        (String(repeating: "a", count: 64) + ".example", "it has a label of more than 63 octets"),
        (Array(repeating: "a", count: 128).joined(separator: "."), "it is longer than 253 octets"),
        ("xn--zzzzzzzz.example", "it has a label that begins with xn--"),
        // The A-label of a name that was not composed: nobody can have a certificate for it.
        ("xn--buro-wwc.example", "it has an A-label whose characters are not composed"),
        ("☕.example", "it has a character that no host name may hold"),
        ("אa.example", "it mixes letters"), ("bü\0ro.example", "it has a character"),
        (String(repeating: "ü", count: 5_000), "it is longer than 253 octets"),
        ("https://", "it is a URL"), ("a'b.example", "it has the character '''"),
    ])
    func areRefusedWithAReasonAndNoGuess(_ typed: String, _ reason: String) throws {
        let refused = try #require(refusal(typed))
        #expect(refused.reason.hasPrefix(reason), "\(refused.reason)")
        #expect(refused.suggestion == nil)
    }
}
