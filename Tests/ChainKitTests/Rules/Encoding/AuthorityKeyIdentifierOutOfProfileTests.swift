import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AuthorityKeyIdentifierOutOfProfileTests {
    private let rule = AuthorityKeyIdentifierOutOfProfile()
    private let root = Forge.authority("Alpha Root")

    private static let key = DERWriter.element(0x80, [1, 2, 3])
    private static let issuer = DERWriter.element(0xa1, DERWriter.element(0x82, Array("a.example".utf8)))
    private static let serial = DERWriter.element(0x82, [1])

    private func adjust(_ fields: [UInt8]) -> (inout CertificateTemplate) -> Void {
        { template in
            template.hasAuthorityKeyIdentifier = false
            template.extensions = [
                ForgedExtension("authorityKeyIdentifier", value: DERWriter.sequence(fields))
            ]
        }
    }

    @Test func passesTheKeyIdentifierAlone() throws {
        #expect(try rule.violations(in: root.issue("mail.contoso.com")).isEmpty)
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
    }

    @Test func rejectsOneWithoutTheKeyIdentifierAnywhere() throws {
        let leaf = root.issue("mail.contoso.com", adjust(Self.issuer + Self.serial))
        #expect(try rule.violations(in: leaf) == ["authorityKeyIdentifier lacks the key identifier"])
    }

    @Test func rejectsIssuerAndSerialNumberInARootOnly() throws {
        let fields = Self.key + Self.issuer + Self.serial
        let leaf = root.issue("mail.contoso.com", adjust(fields))
        #expect(try rule.violations(in: leaf).isEmpty)
        #expect(rule.findings(in: try .forged(leaf)).count == 2)
        #expect(
            try rule.violations(in: Forge.authority("Beta Root", adjust(fields)), as: .anchor) == [
                "authorityKeyIdentifier names the issuer",
                "authorityKeyIdentifier holds the issuer's serial number",
                "the root's authorityKeyIdentifier is not its subjectKeyIdentifier",
            ]
        )
    }
}
