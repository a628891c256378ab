import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExtensionCriticalityWrongTests {
    private let rule = ExtensionCriticalityWrong()
    private let root = Forge.authority("Alpha Root")

    private static let names = DERWriter.sequence(DERWriter.element(0x82, Array("mail.contoso.com".utf8)))

    @Test func passesWhatTheForgeMakes() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        #expect(try rule.violations(in: root.issue("mail.contoso.com")).isEmpty)
    }

    @Test(arguments: [
        ("authorityInfoAccess", "authorityInfoAccess"), ("subjectInfoAccess", "subjectInfoAccess"),
        ("freshestCRL", "freshestCRL"), ("2.5.29.9", "subjectDirectoryAttributes"),
    ])
    func flagsWhatMustNotBeCritical(_ identifier: String, _ name: String) throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.extensions = [ForgedExtension(identifier, isCritical: true, value: DERWriter.sequence())]
        }
        #expect(try rule.violations(in: leaf) == ["\(name) is critical and must not be"])
    }

    @Test(arguments: ["policyConstraints", "inhibitAnyPolicy"])
    func flagsWhatMustBeCritical(_ name: String) throws {
        let issuing = root.authority("Alpha CA 1") {
            $0.extensions = [ForgedExtension(name, value: DERWriter.integer(0))]
        }
        #expect(
            try rule.violations(in: issuing, as: .intermediate) == ["\(name) must be critical and is not"]
        )
    }

    @Test func flagsAnAuthorityWhoseBasicConstraintsAreNotCritical() throws {
        let issuing = root.authority("Alpha CA 1") {
            $0.isAuthority = nil
            let value = DERWriter.sequence(DERWriter.element(0x01, [0xff]))
            $0.extensions = [ForgedExtension("basicConstraints", value: value)]
        }
        #expect(
            try rule.violations(in: issuing, as: .anchor) == ["basicConstraints must be critical and is not"]
        )
    }

    @Test func wantsSubjectAltNameCriticalExactlyWhereThereIsNoSubject() throws {
        let critical = root.issue("mail.contoso.com", names: []) {
            $0.extensions = [ForgedExtension("subjectAltName", isCritical: true, value: Self.names)]
        }
        #expect(try rule.violations(in: critical) == ["subjectAltName is critical and must not be"])
        let subjectless = root.issue("", names: ["mail.contoso.com"]) { $0.subject = [] }
        #expect(try rule.violations(in: subjectless) == ["subjectAltName must be critical and is not"])
    }

    @Test func flagsACriticalExtKeyUsageOfAServer() throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.extendedKeyUsage = nil
            let value = DERWriter.sequence(DERWriter.identifier("serverAuth"))
            $0.extensions = [ForgedExtension("extendedKeyUsage", isCritical: true, value: value)]
        }
        #expect(try rule.violations(in: leaf) == ["extKeyUsage is critical and must not be"])
    }
}
