import Testing

@testable import chaincheck

struct TextLayoutTests {
    @Test func wrappingKeepsTheFirstIndentAndSetsTheOthers() {
        let lines = TextLayout.wrap("  one two three", width: 9, indent: 4)
        #expect(lines == ["  one two", "    three"])
    }

    @Test func aWordWiderThanTheLineStandsAlone() {
        #expect(TextLayout.wrap("a bbbbbbbb c", width: 4) == ["a", "bbbbbbbb", "c"])
    }

    @Test func cellsArePaddedOrCut() {
        #expect(TextLayout.cell("ab", width: 4) == "ab  ")
        #expect(TextLayout.cell("abcdef", width: 4) == "abc…")
    }
}
