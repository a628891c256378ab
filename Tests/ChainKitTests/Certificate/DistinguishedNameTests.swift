import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Distinguished names")
struct DistinguishedNameTests {
    private func name(_ attributes: [(type: String, value: String)]) throws -> DistinguishedName {
        try Certificate(der: Forge.selfSigned("x") { $0.subject = attributes }.der).subject
    }

    @Test func printsRFC4514LastNameFirst() throws {
        let name = try name([("C", "US"), ("O", "Contoso, Ltd."), ("CN", "#1 <mail>")])
        #expect(name.rfc4514 == "CN=\\#1 \\<mail\\>,O=Contoso\\, Ltd.,C=US")
    }

    @Test func printsDotNetsRenderingForExchange() throws {
        let name = try name([
            ("C", "US"), ("ST", "Arizona"), ("L", "Scottsdale"), ("O", "GoDaddy.com, Inc."),
            ("OU", "say \"hi\""), ("emailAddress", "a@b.example"), ("CN", "mail.contoso.com"),
        ])
        #expect(
            name.dotNet
                == "CN=mail.contoso.com, E=a@b.example, OU=\"say \"\"hi\"\"\", O=\"GoDaddy.com, Inc.\", "
                + "L=Scottsdale, S=Arizona, C=US"
        )
    }

    @Test func printsUnknownTypesAsIdentifiers() throws {
        let name = try name([("1.2.3.4.5", "x"), ("CN", " y")])
        #expect(name.dotNet == "CN=\" y\", OID.1.2.3.4.5=x")
        #expect(name.rfc4514 == "CN=\\ y,1.2.3.4.5=x")
    }

    @Test func comparesNamesWithoutRegardToCaseAndBlanks() throws {
        let one = try name([("O", "Contoso  Trust"), ("CN", "Root CA")])
        let other = try name([("O", " contoso trust "), ("CN", "ROOT ca")])
        #expect(one != other)
        #expect(NameComparisonKey(one) == NameComparisonKey(other))
    }

    @Test func tellsNamesApartThatOnlyJoinAlike() throws {
        let one = try name([("O", "a"), ("CN", "bc")])
        let other = try name([("O", "ab"), ("CN", "c")])
        let third = try name([("CN", "bc"), ("O", "a")])
        #expect(NameComparisonKey(one) != NameComparisonKey(other))
        #expect(NameComparisonKey(one) != NameComparisonKey(third))
    }
}
