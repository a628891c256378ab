import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NameConstraintsEmptyTests {
    private let rule = NameConstraintsEmpty()
    private let root = Forge.authority("Alpha Root")

    private static let constraints = DERWriter.sequence(
        DERWriter.element(0xa0, DERWriter.sequence(DERWriter.element(0x82, Array("contoso.com".utf8))))
    )

    private func issuing(_ value: [UInt8]) -> ForgedCertificate {
        root.authority("Alpha CA 1") {
            $0.extensions = [ForgedExtension("nameConstraints", isCritical: true, value: value)]
        }
    }

    @Test func passesConstraintsAndNone() throws {
        #expect(try rule.violations(in: issuing(Self.constraints), as: .intermediate).isEmpty)
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
    }

    @Test func flagsNeitherList() throws {
        #expect(
            try rule.violations(in: issuing(DERWriter.sequence()), as: .intermediate) == [
                "nameConstraints hold neither permitted nor excluded subtrees"
            ]
        )
    }

    @Test func flagsListsWithoutASubtree() throws {
        let value = DERWriter.sequence(DERWriter.element(0xa0, []), DERWriter.element(0xa1, []))
        #expect(
            try rule.violations(in: issuing(value), as: .intermediate) == [
                "the list of permitted subtrees is empty", "the list of excluded subtrees is empty",
            ]
        )
    }
}
