import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Name matching")
struct NameMatcherTests {
    private func coverage(
        _ reference: String,
        by names: [String],
        commonName: String = "x",
        addresses: [[UInt8]] = []
    ) throws -> NameCoverage {
        let forged = Forge.selfSigned("x") {
            $0.subject = [("CN", commonName)]
            $0.names = names
            $0.addresses = addresses
        }
        let matcher = NameMatcher(try Certificate(der: forged.der))
        return matcher.coverage(of: try #require(ReferenceIdentifier(reference)))
    }

    @Test(arguments: ["mail.contoso.com", "MAIL.Contoso.COM", "mail.contoso.com."])
    func coversTheNameItselfWithoutRegardToCaseAndTrailingDot(_ reference: String) throws {
        #expect(try coverage(reference, by: ["a.example", "Mail.contoso.com"]) == .exact)
    }

    @Test func coversOneLabelByAWildcardAndPrefersTheExactName() throws {
        #expect(try coverage("mail.contoso.com", by: ["*.contoso.com"]) == .wildcard("*.contoso.com"))
        #expect(try coverage("mail.contoso.com", by: ["*.contoso.com", "mail.contoso.com"]) == .exact)
    }

    @Test(arguments: [
        ("contoso.com", "*.contoso.com", NearMiss.wildcardNeedsLabel("*.contoso.com")),
        ("mail.eu.contoso.com", "*.contoso.com", .wildcardTooShallow("*.contoso.com")),
        ("mail.contoso.com", "mail*.contoso.com", .misplacedWildcard("mail*.contoso.com")),
        ("mail.contoso.com", "mail.*.com", .misplacedWildcard("mail.*.com")),
        ("mail.contoso.com", "mail.contosso.com", .typo("mail.contosso.com")),
        ("mail.contoso.com", "mial.contoso.com", .typo("mial.contoso.com")),
        ("mail.contoso.com", "smtp.contoso.com", .sameDomain("smtp.contoso.com")),
        ("mail.contoso.com", "*.contosp.com", .typo("*.contosp.com")),
    ])
    func saysWhyANearNameDoesNotCover(_ reference: String, _ name: String, _ miss: NearMiss) throws {
        #expect(try coverage(reference, by: [name]) == .none([miss]))
    }

    @Test(arguments: ["*.com", "*", "evil.example"])
    func coversNothingByNamesThatStandForTooMuch(_ name: String) throws {
        #expect(try !coverage("contoso.com", by: [name]).isCovered)
    }

    @Test func readsTheCommonNameAsANearMissOnly() throws {
        let coverage = try coverage("mail.contoso.com", by: [], commonName: "mail.contoso.com")
        #expect(coverage == .none([.commonNameOnly("mail.contoso.com")]))
    }

    @Test func matchesNoNameWithANUL() throws {
        let forged = Forge.selfSigned("x") {
            $0.names = []
            let name = Array("mail.contoso.com\0.evil.example".utf8)
            let inner = [0x82, UInt8(name.count)] + name
            $0.extensions = [ForgedExtension("subjectAltName", value: [0x30, UInt8(inner.count)] + inner)]
        }
        let certificate = try Certificate(der: forged.der)
        let coverage = NameMatcher(certificate).coverage(
            of: try #require(ReferenceIdentifier("mail.contoso.com"))
        )
        #expect(
            coverage == .none([.unusable("mail.contoso.com\0.evil.example", reason: "it holds a NUL")])
        )
    }

    @Test func matchesAddressesByIPAddressAlone() throws {
        #expect(try coverage("192.0.2.1", by: [], addresses: [[192, 0, 2, 1]]) == .exact)
        #expect(try !coverage("192.0.2.1", by: ["192.0.2.1"]).isCovered)
        #expect(try !coverage("192.0.2.2", by: [], addresses: [[192, 0, 2, 1]]).isCovered)
        let v6 = [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]
        #expect(try coverage("2001:db8::1", by: [], addresses: [v6]) == .exact)
    }

    @Test func comparesALabelsWhenAPersonTypesUmlauts() throws {
        #expect(try coverage("büro.example", by: ["xn--bro-hoa.example"]) == .exact)
        #expect(try coverage("bu\u{308}ro。example", by: ["xn--bro-hoa.example"]) == .exact)
        #expect(try coverage("bücher.example", by: ["*.example", "xn--bcher-kva.example"]) == .exact)
    }
}
