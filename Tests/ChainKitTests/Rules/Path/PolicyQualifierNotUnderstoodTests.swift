import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PolicyQualifierNotUnderstoodTests {
    private let rule = PolicyQualifierNotUnderstood()
    private let root = Forge.authority("Alpha Root")

    private func issuing(_ qualifier: String, isCritical: Bool) -> ForgedCertificate {
        let text = DERWriter.element(0x16, Array("https://contoso.com/cps".utf8))
        let qualifiers = DERWriter.sequence(DERWriter.sequence(DERWriter.identifier(qualifier), text))
        let policy = DERWriter.sequence(DERWriter.identifier("1.2.3.4"), qualifiers)
        return root.authority("Alpha CA 1") {
            $0.extensions = [
                ForgedExtension(
                    "certificatePolicies",
                    isCritical: isCritical,
                    value: DERWriter.sequence(policy)
                )
            ]
        }
    }

    @Test func passesKnownQualifiersAndWhatIsNotCritical() throws {
        #expect(try rule.violations(in: issuing("id-qt-cps", isCritical: true), as: .intermediate).isEmpty)
        #expect(try rule.violations(in: issuing("1.2.3.5", isCritical: false), as: .intermediate).isEmpty)
    }

    @Test func flagsAnUnknownOneInACriticalExtension() throws {
        #expect(
            try rule.violations(in: issuing("1.2.3.5", isCritical: true), as: .intermediate) == [
                "certificatePolicies is critical and has the unknown qualifier 1.2.3.5"
            ]
        )
    }
}
