import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AnyPurposeWithoutServerAuthTests {
    private let rule = AnyPurposeWithoutServerAuth()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ purposes: [String]?) -> ForgedCertificate {
        root.issue("mail.contoso.com") { $0.extendedKeyUsage = purposes }
    }

    @Test(
        arguments: [["serverAuth"], ["serverAuth", "anyExtendedKeyUsage"], ["clientAuth"], nil] as [[String]?]
    )
    func passesWhatNamesServersOrNotEveryPurpose(_ purposes: [String]?) throws {
        #expect(try rule.violations(in: leaf(purposes)).isEmpty)
    }

    @Test(arguments: [["anyExtendedKeyUsage"], ["clientAuth", "anyExtendedKeyUsage"]])
    func flagsEveryPurposeWithoutServers(_ purposes: [String]) throws {
        #expect(
            try rule.violations(in: leaf(purposes)) == [
                "extKeyUsage holds anyExtendedKeyUsage and not serverAuth"
            ]
        )
    }
}
