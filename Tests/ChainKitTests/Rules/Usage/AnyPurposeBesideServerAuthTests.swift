import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AnyPurposeBesideServerAuthTests {
    private let rule = AnyPurposeBesideServerAuth()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ purposes: [String]?) -> ForgedCertificate {
        root.issue("mail.contoso.com") { $0.extendedKeyUsage = purposes }
    }

    @Test(arguments: [["serverAuth", "clientAuth"], ["anyExtendedKeyUsage"], nil] as [[String]?])
    func passesEitherAlone(_ purposes: [String]?) throws {
        #expect(try rule.violations(in: leaf(purposes)).isEmpty)
    }

    @Test func flagsBoth() throws {
        #expect(
            try rule.violations(in: leaf(["serverAuth", "anyExtendedKeyUsage"])) == [
                "extKeyUsage holds anyExtendedKeyUsage beside serverAuth"
            ]
        )
    }
}
