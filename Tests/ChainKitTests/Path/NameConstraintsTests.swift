import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Name constraints")
struct NameConstraintsTests {
    /// One subtree of a kind of name: dNSName 0x82, rfc822Name 0x81, iPAddress 0x87.
    private func subtree(_ tag: UInt8, _ octets: [UInt8]) -> [UInt8] {
        [0x30, UInt8(octets.count + 2), tag, UInt8(octets.count)] + octets
    }

    private func constraints(permitted: [UInt8] = [], excluded: [UInt8] = []) -> ForgedExtension {
        var value: [UInt8] = []
        if !permitted.isEmpty { value += [0xa0, UInt8(permitted.count)] + permitted }
        if !excluded.isEmpty { value += [0xa1, UInt8(excluded.count)] + excluded }
        return ForgedExtension(
            "nameConstraints",
            isCritical: true,
            value: [0x30, UInt8(value.count)] + value
        )
    }

    private func defects(_ names: [String], _ item: ForgedExtension) throws -> [PathDefect.Kind] {
        let root = Forge.authority("Alpha Root")
        let issuing = root.authority("Alpha Issuing CA") { $0.extensions = [item] }
        let leaf = issuing.issue("x", names: names)
        return try search(leaf, pool: [issuing], anchors: [root]).bestDefects
    }

    private func relation(_ name: GeneralName, _ base: GeneralName) -> NameConstraintMatching.Relation {
        NameConstraintMatching.relation(
            of: ComparableName(name: name),
            to: ComparableName(base: base),
            isExcluding: false
        )
    }

    @Test func permitsADomainAndWhatLiesBelowIt() throws {
        let item = constraints(permitted: subtree(0x82, Array("contoso.com".utf8)))
        #expect(try defects(["contoso.com", "mail.contoso.com", "*.eu.contoso.com"], item) == [])
        #expect(
            try defects(["mail.contoso.com", "evilcontoso.com"], item) == [
                .nameNotPermitted("evilcontoso.com")
            ]
        )
    }

    @Test func excludesADomainAndWildcardsThatReachIntoIt() throws {
        let item = constraints(excluded: subtree(0x82, Array("lab.contoso.com".utf8)))
        #expect(try defects(["mail.contoso.com"], item) == [])
        #expect(try defects(["a.lab.contoso.com"], item) == [.nameExcluded("a.lab.contoso.com")])
        #expect(try defects(["*.contoso.com"], item) == [.nameExcluded("*.contoso.com")])
    }

    @Test func constrainsAHostNameInTheCommonNameWhereThereIsNoOther() throws {
        let root = Forge.authority("Alpha Root")
        let item = constraints(permitted: subtree(0x82, Array("contoso.com".utf8)))
        let issuing = root.authority("Alpha Issuing CA") { $0.extensions = [item] }
        let leaf = issuing.issue("mail.fabrikam.com", names: [])
        #expect(
            try search(leaf, pool: [issuing], anchors: [root]).bestDefects == [
                .nameNotPermitted("mail.fabrikam.com")
            ]
        )
    }

    /// RFC 5280, 6.1.3 (b): a certificate of a key rollover is exempt, unless it is the final one of the path.
    ///
    /// An authority could otherwise go past its constraints with a server certificate of its own name.
    @Test func bindsATargetThatIsSelfIssuedAndNoOtherSelfIssuedCertificate() throws {
        let root = Forge.authority("Alpha Root")
        let item = constraints(permitted: subtree(0x82, Array("contoso.com".utf8)))
        let issuing = root.authority("Alpha Issuing CA") { $0.extensions = [item] }
        let target = issuing.issue("Alpha Issuing CA", names: ["mail.fabrikam.com"])
        #expect(try target.certificate.isSelfIssued)
        #expect(
            try search(target, pool: [issuing], anchors: [root]).bestDefects == [
                .nameNotPermitted("mail.fabrikam.com")
            ]
        )
        let rolled = issuing.authority("Alpha Issuing CA") { $0.names = ["old.fabrikam.com"] }
        let leaf = rolled.issue("mail.contoso.com")
        #expect(try search(leaf, pool: [issuing, rolled], anchors: [root]).trusted != nil)
        let renamed = issuing.authority("Alpha Issuing CA 2") { $0.names = ["old.fabrikam.com"] }
        let below = renamed.issue("mail.contoso.com")
        #expect(
            try search(below, pool: [issuing, renamed], anchors: [root]).bestDefects == [
                .nameNotPermitted("old.fabrikam.com")
            ]
        )
    }

    @Test func comparesAddressesUnderTheirMask() throws {
        func relation(_ octets: [UInt8]) -> NameConstraintMatching.Relation {
            self.relation(.ip(octets), .ip([10, 0, 0, 0, 255, 0, 0, 0]))
        }
        #expect(relation([10, 9, 8, 7]) == .within)
        #expect(relation([11, 9, 8, 7]) == .outside)
        #expect(relation([10, 9, 8]) == .incomparable)
    }

    @Test(arguments: [
        ("a@contoso.com", "contoso.com", true), ("a@mail.contoso.com", "contoso.com", false),
        ("a@mail.contoso.com", ".contoso.com", true), ("a@contoso.com", "a@contoso.com", true),
        ("b@contoso.com", "a@contoso.com", false),
    ])
    func comparesMailboxes(_ mailbox: String, _ base: String, _ isWithin: Bool) {
        let relation = relation(.email(Array(mailbox.utf8)), .email(Array(base.utf8)))
        #expect(relation == (isWithin ? .within : .outside))
    }

    @Test(arguments: [
        ("https://u@www.contoso.com:8443/x", ".contoso.com", NameConstraintMatching.Relation.within),
        ("https://contoso.com/", ".contoso.com", .outside), ("ldap:///cn=x", "contoso.com", .incomparable),
        ("https://10.0.0.1/", "contoso.com", .incomparable),
    ])
    func comparesTheHostOfURIs(_ uri: String, _ base: String, _ expected: NameConstraintMatching.Relation) {
        let relation = relation(.uri(Array(uri.utf8)), .uri(Array(base.utf8)))
        #expect(relation == expected)
    }
}
