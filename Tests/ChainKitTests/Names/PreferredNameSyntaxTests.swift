import Forges
import Testing

@testable import ChainKit

struct PreferredNameSyntaxTests {
    private func defect(_ name: String) -> String? { PreferredNameSyntax.defect(of: Array(name.utf8))?.text }

    @Test(arguments: [
        "contoso.com", "3com.com", "*.contoso.com", "localhost", "xn--bro-hoa.example", "A-1.b",
    ])
    func passesHostNames(_ name: String) { #expect(defect(name) == nil) }

    @Test(arguments: [
        ("", "is empty"), (".contoso.com", "has an empty label"), ("contoso.com.", "has an empty label"),
        ("a..b", "has an empty label"), ("*", "holds a misplaced wildcard"),
        ("a.*.b", "holds a misplaced wildcard"), ("a_b.c", "holds an underscore"),
        ("büro.example", "holds characters outside ASCII"),
        ("a b.c", "holds a character other than letters, digits and hyphens"),
        ("-a.b", "has a label that begins or ends with a hyphen"),
        ("a-.b", "has a label that begins or ends with a hyphen"), ("192.0.2.1", "reads as an address"),
        ("*.2.3.512", "reads as an address"),
    ])
    func saysWhatIsWrong(_ name: String, _ text: String) { #expect(defect(name) == text) }

    @Test func countsOctets() {
        let label = String(repeating: "a", count: 63)
        #expect(defect("\(label).b") == nil)
        #expect(defect("a\(label).b") == "has a label of 64 octets")
        #expect(defect(Array(repeating: "aa", count: 85).joined(separator: ".")) == "has 254 octets")
    }

    @Test func knowsWhatMatchesNothing() {
        #expect(PreferredNameSyntax.defect(of: Array("a*.b".utf8))?.matchesNothing == true)
        #expect(PreferredNameSyntax.defect(of: Array(".b".utf8))?.matchesNothing == false)
    }
}
