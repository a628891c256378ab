import ExchangeExports
import Testing

@Suite("The encoding of CliXML")
struct CliXMLEncodingTests {
    private static let body = "<Obj RefId=\"0\"><ToString>Zürich 📧</ToString></Obj>"

    private static func wide(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let octets = [UInt8(unit & 0xff), UInt8(unit >> 8)]
            return isLittle ? octets : octets.reversed()
        }
    }

    private static func reads(_ octets: [UInt8]) -> Bool {
        let content = CliXMLReader().read(octets, path: "a.xml")
        return content.objects.map(\.text) == ["Zürich 📧"] && content.problems.isEmpty
    }

    @Test(
        "is told by the octets, whatever is declared",
        arguments: [
            "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        ]
    )
    func isToldByTheOctets(_ declaration: String) {
        let text = declaration + CliXMLDocument.text(Self.body)
        #expect(Self.reads(Array(text.utf8)))
        #expect(Self.reads([0xef, 0xbb, 0xbf] + Array(text.utf8)))
        #expect(Self.reads([0xff, 0xfe] + Self.wide(text, isLittle: true)))
        #expect(Self.reads([0xfe, 0xff] + Self.wide(text, isLittle: false)))
        #expect(Self.reads(Self.wide(text, isLittle: true)))
        #expect(Self.reads(Self.wide(text, isLittle: false)))
    }

    @Test("is ISO 8859-1 where that is declared")
    func isWhatIsDeclared() {
        let text =
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + CliXMLDocument.text("<S>Z\u{fc}rich</S>")
        let content = CliXMLReader().read(text.unicodeScalars.map { UInt8($0.value) }, path: "a.xml")
        #expect(content.objects.map(\.text) == ["Zürich"])
    }

    @Test("that is none ends the reading with a problem, after what was whole")
    func thatIsNoneEndsTheReading() {
        let text = CliXMLDocument.text("<S>a</S>\n<S>Z\u{fc}rich</S>")
        let content = CliXMLReader().read(text.unicodeScalars.map { UInt8($0.value) }, path: "a.xml")
        #expect(content.objects.map(\.text) == ["a"])
        #expect(
            content.complaints == ["3: no well-formed XML from here on (not well-formed (invalid token))"]
        )
    }
}
