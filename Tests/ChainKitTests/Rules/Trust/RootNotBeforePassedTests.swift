import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RootNotBeforePassedTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ terms: ListedRoot) throws -> [Finding] {
        RootNotBeforePassed().findings(in: try .forged(root.issue("mail"), listed: [terms]))
    }

    @Test func passesWhatWasIssuedEarlier() throws {
        #expect(try findings(ListedRoot(root, .notBefore("2026-01-02"))).isEmpty)
    }

    @Test func flagsWhatWasIssuedFromTheDateOn() throws {
        let found = try findings(ListedRoot(root, .notBefore("2026-01-01")))
        #expect(
            found.map(\.message) == [
                """
                the path ends in "CN=Alpha Root": Microsoft does not trust what the root issues for server \
                authentication from 2026-01-01 on; this was issued on 2026-01-01
                """
            ]
        )
        #expect(found.first?.severity == .error)
        #expect(found.first?.roles == [.server, .client])
    }

    @Test func countsForTheServerAloneWhereTheDateIsForServers() throws {
        let found = try findings(
            ListedRoot(root, .notBefore("2026-01-01"), .notBeforePurposes(["serverAuth"]))
        )
        #expect(found.map(\.roles) == [[.server]])
    }
}
