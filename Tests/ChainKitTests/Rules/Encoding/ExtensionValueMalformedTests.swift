import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExtensionValueMalformedTests {
    private let rule = ExtensionValueMalformed()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ identifier: String, _ value: [UInt8]) -> ForgedCertificate {
        root.issue("mail.contoso.com") { $0.extensions = [ForgedExtension(identifier, value: value)] }
    }

    @Test func passesWhatDecodes() throws {
        let location = DERWriter.element(0x86, Array("http://contoso.com/ca.crt".utf8))
        let value = DERWriter.sequence(DERWriter.sequence(DERWriter.identifier("caIssuers"), location))
        #expect(try rule.violations(in: leaf("authorityInfoAccess", value)).isEmpty)
    }

    @Test(arguments: ["1.3.6.1.5.5.7.1.1", "2.5.29.31", "2.5.29.18"])
    func flagsWhatDoesNot(_ identifier: String) throws {
        #expect(
            try rule.violations(in: leaf(identifier, Array("no DER".utf8))) == [
                "the value of extension \(identifier) does not decode"
            ]
        )
    }

    @Test func flagsAnAuthorityInfoAccessThatHoldsNothing() throws {
        #expect(try rule.violations(in: leaf("authorityInfoAccess", DERWriter.sequence())).count == 1)
    }
}
