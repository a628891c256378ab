import FoundationEssentials
import Testing

@testable import ExchangeExports

@Suite("The JSON scanner")
struct JSONScannerTests {
    private func isDocument(_ text: String) -> Bool {
        var scanner = JSONScanner(Array(text.utf8), limits: ExportLimits())
        let value = scanner.next()
        return value != nil && scanner.defect == nil && scanner.next() == nil && scanner.defect == nil
    }

    @Test(arguments: [
        "{}", "[]", "[1]", "[,1]", "{\"a\":1}", "{\"a\" 1}", "{a:1}", "[1 2]", "[01]", "[-]",
        "[-0.5e+10]", "[1.]", "[.5]", "[1e]", "[tru]", "[true,false,null]", "[\"\\u00e9\\ud83d\\ude00\"]",
        "[\"\\x\"]", "[\"\\u12g4\"]", "[\"a]", "{\"a\":{\"b\":[{}]}}", "[[[[", "]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[9223372036854775808]", "[256]", "{\"a\":1 \"b\":2}", "[nul", "[\"\\\"]", "[+1]", "[\"\\u+123\"]",
    ])
    func takesWhatFoundationTakes(_ text: String) {
        let isTaken = (try? JSONDecoder().decode(Anything.self, from: Data(text.utf8))) != nil
        #expect(isDocument(text) == isTaken)
    }

    @Test(arguments: ["[1,]", "{\"a\":1,}"])
    func refusesACommaBeforeNothingWhichFoundationTakes(_ text: String) {
        #expect(!isDocument(text))
    }

    /// Decodes all of any document.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() || (try? single.decode(Bool.self)) != nil { return }
            if (try? single.decode(String.self)) != nil || (try? single.decode(Double.self)) != nil { return }
            if (try? single.decode([Anything].self)) != nil { return }
            _ = try single.decode([String: Anything].self)
        }
    }

    @Test func keepsOctetsOnlyWhereAllAre() {
        var scanner = JSONScanner(Array("[1,255] [1,256] [1,null]".utf8), limits: ExportLimits())
        #expect(scanner.next() == .octets([1, 255]))
        #expect(scanner.next() == .list([.integer(1), .integer(256)]))
        #expect(scanner.next() == .list([.integer(1), .null]))
    }

    @Test func readsEscapesAndLoneSurrogates() {
        var scanner = JSONScanner(
            Array(#""\u00e9\ud83d\ude00\ud83d\/\n\ud83dx""#.utf8),
            limits: ExportLimits()
        )
        #expect(scanner.next() == .text("\u{e9}\u{1f600}\u{fffd}/\n\u{fffd}x"))
    }

    @Test func handsOverTheElementsOfAnArrayAndWhatStandsBesideIt() {
        func elements(_ text: String) -> (values: [JSONValue], defect: String?) {
            var scanner = JSONScanner(Array(text.utf8), limits: ExportLimits())
            var values: [JSONValue] = []
            while let value = scanner.nextElement() { values.append(value) }
            return (values, scanner.defect?.reason)
        }
        let whole = elements("[1, \"a\"] true [[2]]\n[]null")
        #expect(whole.values == [.integer(1), .text("a"), .flag(true), .octets([2]), .list([]), .null])
        #expect(whole.defect == nil)
        #expect(elements("[1, 2").values == [.integer(1), .integer(2)])
        #expect(elements("[1, 2").defect == "the document breaks off")
        #expect(elements("[1 2]").values == [.integer(1)])
        #expect(elements("[1 2]").defect == "a comma is missing")
        #expect(elements("[1,").defect == "the document breaks off")
    }
}
