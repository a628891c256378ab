import Forges
import TestSupport
import Testing

@testable import ChainKit

struct WildcardWithPopImapTests {
    private func findings(_ name: String, _ services: ExchangeServices?) throws -> [Finding] {
        let subject = try Subject.forged(
            Forge.selfSigned(name),
            surroundings: Surroundings(installations: [.forged { $0.services = services }])
        )
        return WildcardWithPopImap().findings(in: subject)
    }

    @Test func passesAWildcardForOtherServices() throws {
        #expect(try findings("*.contoso.com", [.smtp, .iis]).isEmpty)
        #expect(try findings("*.contoso.com", nil).isEmpty)
    }

    @Test func passesAWholeName() throws {
        #expect(try findings("mail.contoso.com", [.pop, .imap]).isEmpty)
    }

    @Test(arguments: [ExchangeServices.pop, .imap])
    func warnsOfAWildcardForPopOrImap(_ service: ExchangeServices) throws {
        let found = try findings("*.contoso.com", [service, .smtp])
        #expect(found.map(\.message) == ["*.contoso.com has POP or IMAP among its services on EX01"])
        #expect(found.first?.severity == .warning)
    }
}
