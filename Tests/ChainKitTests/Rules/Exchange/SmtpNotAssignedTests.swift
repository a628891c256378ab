import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SmtpNotAssignedTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return SmtpNotAssigned().findings(in: subject)
    }

    @Test func passesWhereSmtpIsAssignedOrServicesAreUnknown() throws {
        #expect(try findings(.forged { $0.services = [.smtp, .iis] }, .forged()).isEmpty)
    }

    @Test func notesTheServersWithoutIt() throws {
        let found = try findings(
            .forged { $0.services = .iis },
            .forged(on: "EX02") { $0.services = [] },
            .forged(on: "EX03") { $0.services = .smtp }
        )
        #expect(found.map(\.message) == ["SMTP is not among its services on EX01, EX02"])
        #expect(found.first?.severity == .note)
    }
}
