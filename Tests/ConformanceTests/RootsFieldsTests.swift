import ChainKit
import Foundation
import Testing

@testable import chaincheck

/// Field by field against an independent reader of Microsoft's list: ../shared/suites/roots.
@Suite(.enabled(if: RootsSuite.isPresent, "there is no ../shared/suites/roots beside the package"))
struct RootsFieldsTests {
    @Test func everyFieldOfEveryEntryIsEqual() throws {
        let list = try MicrosoftRootList.embedded()
        let at = try #require(Instant(rfc3339: "2026-11-23T00:00:00Z"))
        let expected = try RootsSuite.lines("authroot_expected.jsonl")
        #expect(expected.count == 555)
        for (line, entry) in zip(expected, list.entries) {
            let record = try JSONDecoder().decode(JSONValue.self, from: line)
            #expect(RootRecord.value(of: entry, in: list, at: at) == record)
        }
    }
}
