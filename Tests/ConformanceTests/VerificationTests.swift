import Testing

/// Every public case, whatever its tier, against the answer that is expected of it.
@Suite(.enabled(if: RootsSuite.isPresent, "there is no ../shared/suites beside the package"))
struct VerificationTests {
    @Test func answersEveryCaseAsExpectedButForTheDeparturesThatAreWrittenDown() throws {
        let verdicts = try VerificationSuite.verdicts()
        let differing = try VerificationSuite.expectations().filter { verdicts[$0.id] != $0.expected }.map(
            \.id
        )
        let written = Set(Departures.all.map(\.id))
        #expect(written.count == Departures.all.count)
        let unwritten = Set(differing).subtracting(written).sorted()
        let needless = written.subtracting(differing).sorted()
        #expect(unwritten.isEmpty)
        #expect(needless.isEmpty)
    }
}
