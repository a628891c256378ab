import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateNotYetValidTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(at time: String) throws -> [Finding] {
        CertificateNotYetValid().findings(
            in: try .forged(root.issue("mail.contoso.com"), under: [root], at: time)
        )
    }

    @Test func passesFromTheFirstInstantOn() throws {
        #expect(try findings(at: "2026-01-01T00:00:00Z").isEmpty)
    }

    @Test func flagsTheInstantBefore() throws {
        let found = try findings(at: "2025-12-31T23:59:59Z")
        #expect(found.map(\.message) == ["valid from 2026-01-01 on, in less than a day"])
        #expect(found.first?.severity == .error)
    }

    @Test func countsTheDaysToGo() throws {
        #expect(try findings(at: "2025-12-22").map(\.message) == ["valid from 2026-01-01 on, in 10 days"])
    }
}
