import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CommonNameOutsideAlternativeNamesTests {
    private let rule = CommonNameOutsideAlternativeNames()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ commonName: String, _ names: [String], _ addresses: [[UInt8]] = [])
        -> ForgedCertificate
    {
        root.issue(commonName, names: names) { $0.addresses = addresses }
    }

    @Test func passesARepeatedNameAndFreeText() throws {
        let wildcard = leaf("*.contoso.com", ["contoso.com", "*.contoso.com"])
        for leaf in [
            leaf("mail.contoso.com", ["mail.contoso.com"]), wildcard, leaf("Contoso mail", []),
            leaf("2001:db8::1", [], [[0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]]),
        ] {
            #expect(try rule.violations(in: leaf).isEmpty)
            #expect(rule.findings(in: try .forged(leaf)).isEmpty)
        }
    }

    @Test(arguments: ["Mail.Contoso.COM", "mail.contoso.com."])
    func rejectsASubjectAltNameInOtherCharacters(_ name: String) throws {
        #expect(
            try rule.violations(in: leaf(name, ["mail.contoso.com"])) == [
                "the common name '\(name)' is no subjectAltName"
            ]
        )
    }

    @Test(arguments: ["192.000.002.001", "0xc0000201", "192.0.513"])
    func rejectsAnAddressInOtherDigits(_ text: String) throws {
        #expect(
            try rule.violations(in: leaf(text, [], [[192, 0, 2, 1]])).count == (text == "192.0.513" ? 0 : 1)
        )
    }

    @Test(arguments: ["2001:DB8::1", "2001:0db8::1", "2001:db8:0:0:0:0:0:1"])
    func rejectsAnUnshortenedAddress(_ text: String) throws {
        let address: [UInt8] = [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]
        #expect(try rule.violations(in: leaf(text, [], [address])).count == 1)
    }

    @Test(arguments: ["büro.example", "xn--bro-hoa.example"])
    func rejectsAnInternationalisedNameThatIsNoSubjectAltName(_ name: String) throws {
        #expect(try rule.violations(in: leaf(name, ["mail.contoso.com"])).count == 1)
    }

    @Test func mentionsAnotherHostAndRejectsNothing() throws {
        let leaf = leaf("old.contoso.com", ["mail.contoso.com"])
        #expect(try rule.violations(in: leaf).isEmpty)
        #expect(
            rule.findings(in: try .forged(leaf)).map(\.message) == [
                "the common name 'old.contoso.com' is no subjectAltName"
            ]
        )
    }
}
