import Testing

@testable import ExchangeExports

@Suite("Encodings of text")
struct TextEncodingTests {
    private static let text = "Name : B\u{fc}ro \u{1f600}\r\nFqdn : a.example\r\n"

    private func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let octets = [UInt8(unit & 0xff), UInt8(unit >> 8)]
            return isBigEndian ? octets.reversed() : octets
        }
    }

    private func read(_ octets: [UInt8]) -> ExportedValue? {
        ExportReader().read(octets, path: "a").objects.first?["Name"]
    }

    @Test(arguments: ["", "\u{feff}"])
    func readsUTF8WithAndWithoutItsMark(_ mark: String) {
        #expect(read(Array((mark + Self.text).utf8)) == .text("B\u{fc}ro \u{1f600}"))
    }

    @Test(arguments: ["", "\u{feff}"], [false, true])
    func readsUTF16InEitherOrderWithAndWithoutItsMark(_ mark: String, isBigEndian: Bool) {
        #expect(read(wide(mark + Self.text, isBigEndian: isBigEndian)) == .text("B\u{fc}ro \u{1f600}"))
    }

    @Test func readsRussianInUTF16() {
        let text = "Comment : \u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}\nFqdn : a.example\n"
        #expect(ExportReader().read(wide(text, isBigEndian: false), path: "a").objects.count == 1)
    }

    @Test func fallsBackOnWindows1252() {
        let octets =
            Array("Name : B".utf8) + [0xfc] + Array("ro ".utf8) + [0x96] + Array(" x\nFqdn : a\n".utf8)
        #expect(read(octets) == .text("B\u{fc}ro \u{2013} x"))
    }

    @Test(arguments: [[UInt8(0x30), 0x82, 0, 1], [0x81, 0x0a], [0x00], []])
    func takesOtherOctetsForNoText(_ octets: [UInt8]) {
        let content = ExportReader().read(octets + Array("Fqdn : a\n".utf8).dropFirst(9), path: "a")
        #expect(content == ExportContent(format: nil))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func endsLinesInThreeWays(_ end: String) {
        let objects = Export.read("Name : x\(end)Fqdn : y\(end)\(end)Name : z\(end)Fqdn : w").objects
        #expect(objects.map { $0["Fqdn"] } == [.text("y"), .text("w")])
        #expect(objects.map(\.place.line) == [1, 4])
    }
}
