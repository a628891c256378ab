import Testing

@testable import ExchangeExports

@Suite("Pasted text")
struct PastedTextTests {
    private func clean(_ text: String) -> String { PastedText(Array(text.utf8)).octets[...].text }

    @Test func makesBlanksOfAllKindsOne() {
        #expect(clean("a\u{a0}b\u{202f}c\u{3000}d\te\u{2009}f") == "a b c d e f")
    }

    @Test func dropsWhatCannotBeSeen() {
        #expect(clean("\u{200e}9\u{200e}/\u{200e}13\u{feff}\u{200b}\u{ad}") == "9/13")
    }

    @Test func dropsTheColoursOfPowerShell7() {
        #expect(clean("\u{1b}[32;1mName : \u{1b}[0mx\u{1b}[") == "Name : x")
    }

    @Test func straightensDoubleQuotesAndLeavesSingleOnes() {
        #expect(clean("O=\u{201c}A, Inc.\u{201d} L\u{2019}A") == "O=\"A, Inc.\" L\u{2019}A")
    }

    @Test func takesMarksOfQuotationFromLines() {
        let text = PastedText(Array("> > Name : x\n  >   y\n>\n".utf8))
        let first = text.line(at: 0, number: 1)
        #expect(first.octets.text == "Name : x")
        let second = text.line(after: first)
        #expect(second?.octets.text == "  y" && second?.indent == 2)
        #expect(second.flatMap { text.line(after: $0) }?.isBlank == true)
    }
}
