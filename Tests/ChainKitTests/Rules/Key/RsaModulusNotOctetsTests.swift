import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RsaModulusNotOctetsTests {
    private let rule = RsaModulusNotOctets()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ key: ForgedKeyKind) -> ForgedCertificate {
        root.issue("mail.contoso.com") { $0.key = .kept(key) }
    }

    @Test(arguments: [ForgedKeyKind.rsa(2_048), .p256])
    func passesWholeOctetsAndOtherKeys(_ key: ForgedKeyKind) throws {
        #expect(try rule.violations(in: leaf(key)).isEmpty)
    }

    @Test func flagsAnOddSize() throws {
        #expect(
            try rule.violations(in: leaf(.rsa(1_028))) == [
                "the RSA modulus has 1028 bits, which 8 does not divide"
            ]
        )
    }
}
