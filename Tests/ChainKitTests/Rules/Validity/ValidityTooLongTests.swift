import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ValidityTooLongTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(from start: String, to end: String, isListed: Bool = true) throws -> [Finding] {
        let leaf = root.issue("mail") {
            $0.notBefore = start + "000000Z"
            $0.notAfter = end
        }
        let subject = try Subject.forged(
            leaf,
            under: isListed ? [] : [root],
            listed: isListed ? [ListedRoot(root)] : []
        )
        return ValidityTooLong().findings(in: subject)
    }

    @Test(arguments: [
        ("20260315", "20260930235959Z"), ("20270315", "20270622235959Z"), ("20290315", "20290430235959Z"),
        ("20200901", "20211003235959Z"), ("20200831", "20221003235959Z"),
    ])
    func passesTheLastSecondOfTheLimit(_ start: String, _ end: String) throws {
        #expect(try findings(from: start, to: end).isEmpty)
    }

    @Test(arguments: [
        ("20260315", "20261001000000Z", "201", "2026-03-15", "200"),
        ("20270315", "20270623000000Z", "101", "2027-03-15", "100"),
        ("20290315", "20290501000000Z", "48", "2029-03-15", "47"),
        ("20260314", "20270416000000Z", "399", "2020-09-01", "398"),
    ])
    func warnsASecondLater(_ start: String, _ end: String, _ days: String, _ since: String, _ limit: String)
        throws
    {
        let found = try findings(from: start, to: end)
        #expect(
            found.map(\.message) == [
                "valid for \(days) days; certificates issued from \(since) on may have \(limit)"
            ]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func leavesPrivateCAsAlone() throws {
        #expect(try findings(from: "20260315", to: "20360315000000Z", isListed: false).isEmpty)
    }
}
