import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExchangeStatusInvalidTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return ExchangeStatusInvalid().findings(in: subject)
    }

    @Test func passesWhatIsValidUnsettledOrUnknown() throws {
        let statuses: [CertificateStatus?] = [.valid, .untrusted, .unknown, .other("9"), nil]
        for status in statuses { #expect(try findings(.forged { $0.status = status }).isEmpty) }
    }

    @Test(arguments: [CertificateStatus.revoked, .dateInvalid, .invalid])
    func refusesWhatExchangeCallsInvalid(_ status: CertificateStatus) throws {
        let found = try findings(.forged { $0.status = status })
        #expect(found.map(\.message) == ["Status is \(status.word) on EX01"])
        #expect(found.first?.severity == .error)
    }
}
