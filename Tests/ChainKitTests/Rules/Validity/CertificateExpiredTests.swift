import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateExpiredTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(at time: String) throws -> [Finding] {
        CertificateExpired().findings(
            in: try .forged(root.issue("mail.contoso.com"), under: [root], at: time)
        )
    }

    @Test func passesOnTheLastInstant() throws {
        #expect(try findings(at: "2027-01-01T00:00:00Z").isEmpty)
    }

    @Test func flagsFromTheFirstInstantAfterwards() throws {
        let found = try findings(at: "2027-01-01T00:00:01Z")
        #expect(found.map(\.message) == ["expired on 2027-01-01, less than a day ago"])
        #expect(found.first?.severity == .error)
    }

    @Test func countsTheDaysSince() throws {
        #expect(
            try findings(at: "2027-01-02T12:00:00Z").map(\.message) == ["expired on 2027-01-01, 1 day ago"]
        )
        #expect(try findings(at: "2027-01-11").map(\.message) == ["expired on 2027-01-01, 10 days ago"])
    }

    @Test func flagsWhateverElseIsWrong() throws {
        let stray = root.issue("mail.contoso.com") { $0.notAfter = "20260201000000Z" }
        #expect(CertificateExpired().findings(in: try .forged(stray)).count == 1)
    }
}
