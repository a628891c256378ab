import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateExpiringTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(
        from start: String = "20260101000000Z",
        to end: String = "20270101000000Z",
        at time: String
    ) throws -> [Finding] {
        let leaf = root.issue("mail.contoso.com") {
            $0.notBefore = start
            $0.notAfter = end
        }
        return CertificateExpiring().findings(in: try .forged(leaf, under: [root], at: time))
    }

    @Test func passesWhileAThirdOfTheLifetimeIsLeft() throws {
        #expect(try findings(at: "2026-09-01").isEmpty)
    }

    @Test func warnsOnceLessIsLeft() throws {
        let found = try findings(at: "2026-09-02T12:00:00Z")
        #expect(
            found.map(\.message) == ["expires on 2027-01-01, in 120 days; its lifetime is 365 days"]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func warnsOfShortLifetimesFourteenDaysAhead() throws {
        let end = "20260131000000Z"
        #expect(try findings(to: end, at: "2026-01-17").isEmpty)
        #expect(try findings(to: end, at: "2026-01-17T00:00:01Z").count == 1)
    }

    @Test func saysWhenHoursAreLeft() throws {
        let found = try findings(at: "2026-12-31T12:00:00Z")
        #expect(found.first?.message.contains("in less than a day") == true)
    }

    @Test(arguments: ["2025-12-31", "2027-01-02"])
    func leavesWhatIsNotValidToOtherRules(_ time: String) throws {
        #expect(try findings(at: time).isEmpty)
    }
}
