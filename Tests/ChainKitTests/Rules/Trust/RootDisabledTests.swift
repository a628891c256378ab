import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RootDisabledTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ date: String) throws -> [Finding] {
        RootDisabled().findings(
            in: try .forged(root.issue("mail"), listed: [ListedRoot(root, .disabled(date))])
        )
    }

    @Test func passesUntilTheDay() throws {
        #expect(try findings("2026-06-02").isEmpty)
    }

    @Test func flagsFromTheDayOn() throws {
        let found = try findings("2026-06-01")
        #expect(
            found.map(\.message) == [
                "the path ends in \"CN=Alpha Root\": Microsoft disabled the root on 2026-06-01"
            ]
        )
        #expect(found.first?.severity == .error)
        #expect(found.first?.roles == [.server, .client])
    }
}
