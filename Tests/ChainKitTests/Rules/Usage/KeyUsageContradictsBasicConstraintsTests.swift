import Forges
import TestSupport
import Testing

@testable import ChainKit

struct KeyUsageContradictsBasicConstraintsTests {
    private let rule = KeyUsageContradictsBasicConstraints()
    private let root = Forge.authority("Alpha Root")

    @Test func passesWhatAgreesAndWhatHasNoKeyUsage() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        #expect(try rule.violations(in: root.issue("mail.contoso.com")).isEmpty)
        let issuing = root.authority("Alpha CA 1") { $0.keyUsage = nil }
        #expect(try rule.violations(in: issuing, as: .intermediate).isEmpty)
    }

    @Test(arguments: PathPlace.allCases)
    func flagsAnAuthorityThatMaySignNoCertificates(_ place: PathPlace) throws {
        let issuing = root.authority("Alpha CA 1") { $0.keyUsage = [6] }
        #expect(
            try rule.violations(in: issuing, as: place) == [
                "basicConstraints has cA and keyUsage lacks keyCertSign"
            ]
        )
    }

    @Test(arguments: [false, nil] as [Bool?])
    func flagsAServerThatMaySignCertificates(_ isAuthority: Bool?) throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.keyUsage = [0, 5]
            $0.isAuthority = isAuthority
        }
        #expect(
            try rule.violations(in: leaf) == [
                "keyUsage has keyCertSign and basicConstraints does not have cA"
            ]
        )
    }
}
