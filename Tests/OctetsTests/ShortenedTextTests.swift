import Testing

@testable import Octets

@Suite("Shortened text")
struct ShortenedTextTests {
    @Test func keepsWhatIsNoLongerThanAName() {
        let name = String(repeating: "a", count: 512)
        #expect(name.shortened == name)
        #expect("".shortened == "")
    }

    @Test func saysHowManyOctetsAreLeftOut() {
        let text = String(repeating: "a", count: 1_000_000).shortened
        #expect(text == String(repeating: "a", count: 512) + " [999488 more octets]")
    }

    /// One character can have any number of octets, and none is cut in two.
    @Test func cutsBetweenScalars() {
        let text = "e" + String(repeating: "\u{301}", count: 10_000)
        #expect(text.count == 1)
        #expect(text.shortened.utf8.count < 600)
        #expect(text.shortened.hasSuffix(" [\(text.utf8.count - 511) more octets]"))
    }
}
