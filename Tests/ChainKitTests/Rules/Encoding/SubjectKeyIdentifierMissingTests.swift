import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SubjectKeyIdentifierMissingTests {
    private let rule = SubjectKeyIdentifierMissing()
    private let root = Forge.authority("Alpha Root")

    @Test func passesAuthoritiesThatHaveOneAndOthersThatHaveNone() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        let leaf = root.issue("mail.contoso.com") { $0.hasSubjectKeyIdentifier = false }
        #expect(try rule.violations(in: leaf).isEmpty)
    }

    @Test(arguments: PathPlace.allCases)
    func flagsAnAuthorityWithout(_ place: PathPlace) throws {
        let issuing = root.authority("Alpha CA 1") { $0.hasSubjectKeyIdentifier = false }
        #expect(try rule.violations(in: issuing, as: place) == ["there is no subjectKeyIdentifier"])
    }

    @Test func namesTheAuthorityInAnAudit() throws {
        let issuing = root.authority("Alpha CA 1") { $0.hasSubjectKeyIdentifier = false }
        let subject = try Subject.forged(
            issuing.issue("mail.contoso.com"),
            under: [root],
            beside: [issuing]
        )
        #expect(
            rule.findings(in: subject).map(\.message) == [
                "the authority \"CN=Alpha CA 1\": there is no subjectKeyIdentifier"
            ]
        )
    }
}
