import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExchangeStatusUnsettledTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return ExchangeStatusUnsettled().findings(in: subject)
    }

    @Test func passesWhatIsValidInvalidOrUnknown() throws {
        let statuses: [CertificateStatus?] = [.valid, .revoked, .pendingRequest, .other("9"), nil]
        for status in statuses { #expect(try findings(.forged { $0.status = status }).isEmpty) }
    }

    @Test(arguments: [CertificateStatus.revocationCheckFailure, .unknown, .untrusted])
    func warnsOfWhatExchangeCouldNotSettle(_ status: CertificateStatus) throws {
        let found = try findings(.forged { $0.status = status }, .forged(on: nil) { $0.status = status })
        #expect(found.map(\.message) == ["Status is \(status.word) on EX01, a server that is not named"])
        #expect(found.first?.severity == .warning)
    }
}
