import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PrivateKeyMissingTests {
    private func findings(_ installations: InstalledCertificate...) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned("mail.contoso.com"),
            surroundings: Surroundings(installations: installations)
        )
        return PrivateKeyMissing().findings(in: subject)
    }

    @Test func passesWhereTheServerHasTheKeyOrNobodySays() throws {
        #expect(try findings().isEmpty)
        #expect(try findings(.forged { $0.hasPrivateKey = true }, .forged()).isEmpty)
    }

    @Test func refusesACertificateThatNoServerHasTheKeyOf() throws {
        let found = try findings(.forged { $0.hasPrivateKey = false }, .forged(on: "EX02"))
        #expect(found.map(\.message) == ["HasPrivateKey is False on EX01"])
        #expect(found.first?.severity == .error)
    }

    @Test func warnsWhereOnlySomeServersLackTheKey() throws {
        let found = try findings(
            .forged { $0.hasPrivateKey = false },
            .forged(on: "EX02") { $0.hasPrivateKey = true }
        )
        #expect(found.map(\.severity) == [.warning])
    }
}
