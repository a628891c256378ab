import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NameConstraintsViolatedTests {
    private static func constraints(permitted: String? = nil, excluded: String? = nil) -> ForgedExtension {
        func subtrees(_ tag: UInt8, _ name: String?) -> [UInt8] {
            guard let name else { return [] }
            return DERWriter.element(tag, DERWriter.sequence(DERWriter.element(0x82, Array(name.utf8))))
        }
        let value = DERWriter.sequence(subtrees(0xa0, permitted) + subtrees(0xa1, excluded))
        return ForgedExtension("nameConstraints", isCritical: true, value: value)
    }

    private func findings(_ constraints: ForgedExtension) throws -> [Finding] {
        let root = Forge.authority("Alpha Root")
        let issuing = root.authority("Alpha CA 1") { $0.extensions = [constraints] }
        let subject = try Subject.forged(issuing.issue("mail.contoso.com"), under: [root], beside: [issuing])
        return NameConstraintsViolated().findings(in: subject)
    }

    @Test func passesANameWithin() throws {
        #expect(try findings(Self.constraints(permitted: "contoso.com")).isEmpty)
    }

    @Test func flagsANameOutsideWhatIsPermitted() throws {
        let found = try findings(Self.constraints(permitted: "fabrikam.com"))
        #expect(
            found.map(\.message) == [
                """
                mail.contoso.com in "CN=mail.contoso.com" lies outside the names that an authority above permits
                """
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func flagsANameThatIsExcluded() throws {
        let found = try findings(Self.constraints(excluded: "contoso.com"))
        #expect(
            found.first?.message.hasSuffix("lies among the names that an authority above excludes") == true
        )
    }

    @Test func flagsConstraintsThatCannotBeCompared() throws {
        let found = try findings(Self.constraints(excluded: "bücher.example"))
        #expect(
            found.map(\.message) == [
                "a name in \"CN=mail.contoso.com\" cannot be compared with the name constraints above it"
            ]
        )
    }
}
