import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NameConstraintsInEndEntityTests {
    private let rule = NameConstraintsInEndEntity()
    private let root = Forge.authority("Alpha Root")

    private static let constraints = DERWriter.sequence(
        DERWriter.element(0xa0, DERWriter.sequence(DERWriter.element(0x82, Array("contoso.com".utf8))))
    )

    @Test func passesAnAuthority() throws {
        let issuing = root.authority("Alpha CA 1") {
            $0.extensions = [
                ForgedExtension("nameConstraints", isCritical: true, value: Self.constraints)
            ]
        }
        #expect(try rule.violations(in: issuing, as: .intermediate).isEmpty)
    }

    @Test(arguments: [false, true])
    func flagsAServer(_ isCritical: Bool) throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.extensions = [
                ForgedExtension("nameConstraints", isCritical: isCritical, value: Self.constraints)
            ]
        }
        #expect(
            try rule.violations(in: leaf) == [
                "nameConstraints stands in a certificate that is no certification authority's"
            ]
        )
    }
}
