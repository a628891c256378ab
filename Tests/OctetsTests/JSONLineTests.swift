import Testing

@testable import Octets

struct JSONLineTests {
    private func line(_ text: String) throws -> JSONLine { try JSONLine(Array(text.utf8)[...]) }

    private func text(_ value: JSONLine.Value?) -> String? {
        guard case .string(let octets) = value else { return nil }
        return String(decoding: octets, as: UTF8.self)
    }

    @Test(arguments: [
        ("{\"a\":\"b\"}", "b"), (" { \"a\" : \"x\\ny\" } ", "x\ny"),
        ("{\"a\":\"\\u00e4\\ud83d\\ude00\"}", "ä😀"),
        ("{\"b\":[1,{\"c\":[true,null]}],\"a\":\"\\\"\\\\\\/\"}", "\"\\/"),
    ])
    func readsStrings(_ line: String, _ expected: String) throws {
        #expect(text(try self.line(line)["a"]) == expected)
    }

    @Test func keepsHalvesOfPairsApart() throws {
        func octets(_ escape: String) throws -> [UInt8]? {
            guard case .string(let octets) = try line("{\"a\":\"\(escape)\"}")["a"] else { return nil }
            return octets
        }
        #expect(try octets("\\ud800") == [0xed, 0xa0, 0x80])
        #expect(try octets("\\ud801x") == [0xed, 0xa0, 0x81, 0x78])
        #expect(try octets("\\udc00") == [0xed, 0xb0, 0x80])
        #expect(try octets("\\ud800\\u0041") == [0xed, 0xa0, 0x80, 0x41])
    }

    @Test func keepsNumbersAsTheyStand() throws {
        guard case .number(let octets) = try line("{\"a\":-1.50e3}")["a"] else {
            Issue.record("no number")
            return
        }
        #expect(octets == Array("-1.50e3".utf8))
    }

    @Test(arguments: [
        "", "{", "[]", "{\"a\":}", "{\"a\":\"b\"", "{\"a\":\"b\"} x", "{\"a\":\"\u{1}\"}", "{\"a\":\"\\x\"}",
        "{\"a\":01}", "{\"a\":1-2}", "{\"a\":nul}", "{\"a\":\"\\u12\"}", "{a:1}",
        "{\"a\":1.}", "{\"a\":-.5}", "{\"a\":1.e5}", "{\"a\":1e+}", "{\"a\":-}", "{\"a\":\"\\u+041\"}",
        "{\"a\":" + String(repeating: "[", count: 100_000),
    ])
    func refusesWhatIsNoObject(_ text: String) {
        #expect(throws: JSONLine.Failure.self) { try line(text) }
    }
}
