import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RenewalWouldBeDistrustedTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ terms: ListedRoot) throws -> [Finding] {
        RenewalWouldBeDistrusted().findings(in: try .forged(root.issue("mail"), listed: [terms]))
    }

    @Test func passesARootWithoutDates() throws {
        #expect(try findings(ListedRoot(root)).isEmpty)
    }

    @Test func warnsOfANotBeforeDate() throws {
        let found = try findings(ListedRoot(root, .notBefore("2026-05-01")))
        #expect(
            found.map(\.message) == [
                "trusted only because it was issued before 2026-05-01, Microsoft's date for \"CN=Alpha Root\""
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func warnsOfADayOfDisabling() throws {
        let found = try findings(ListedRoot(root, .disabled("2027-09-15")))
        #expect(found.map(\.message) == ["Microsoft will disable \"CN=Alpha Root\" on 2027-09-15"])
    }

    @Test func saysThatTheDayComesBeforeTheExpiry() throws {
        let found = try findings(ListedRoot(root, .disabled("2026-09-15")))
        #expect(
            found.map(\.message) == [
                """
                Microsoft will disable "CN=Alpha Root" on 2026-09-15, before the certificate expires on 2027-01-01
                """
            ]
        )
    }

    @Test func saysNothingWhereTheRootIsRefusedAlready() throws {
        #expect(try findings(ListedRoot(root, .notBefore("2025-05-01"))).isEmpty)
    }
}
