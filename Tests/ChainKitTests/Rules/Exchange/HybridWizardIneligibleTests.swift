import Forges
import TestSupport
import Testing

@testable import ChainKit

struct HybridWizardIneligibleTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return HybridWizardIneligible().findings(in: subject)
    }

    @Test func passesWhereNothingSpeaksAgainstIt() throws {
        #expect(try findings().isEmpty)
        #expect(try findings(.forged()).isEmpty)
        let good = InstalledCertificate.forged {
            $0.services = [.iis, .smtp]
            $0.rootCAType = .thirdParty
            $0.isSelfSigned = false
        }
        #expect(try findings(good).isEmpty)
    }

    @Test func listsEveryReasonInOneFinding() throws {
        let found = try findings(
            .forged {
                $0.services = [.imap]
                $0.rootCAType = .registry
                $0.isSelfSigned = true
            },
            .forged(on: "EX02") { $0.services = [.iis] }
        )
        #expect(
            found.map(\.message) == [
                """
                IsSelfSigned is True on EX01; RootCAType is Registry on EX01; IIS is not among the services on EX01; \
                SMTP is not among the services on EX01, EX02
                """
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func countsAnExpiredCertificate() throws {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            at: "2028-01-01",
            surroundings: Surroundings(installations: [.forged()])
        )
        let found = HybridWizardIneligible().findings(in: subject)
        #expect(found.map(\.message) == ["it expired on 2027-01-01T00:00:00Z"])
    }

    @Test func concludesNothingFromANumberWithoutAWord() throws {
        #expect(try findings(.forged { $0.rootCAType = .other("9") }).isEmpty)
    }
}
