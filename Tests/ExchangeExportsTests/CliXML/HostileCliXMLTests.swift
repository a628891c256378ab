import ExchangeExports
import TestSupport
import Testing

@Suite("Hostile CliXML")
struct HostileCliXMLTests {
    private static let small: [UInt8] = {
        var object = CliXMLObject(
            "A.B",
            text: "a\r\nb",
            properties: [
                "L": ["x", 1, nil],
                "O": .object(CliXMLObject("C", members: ["D": .dictionary([("k", true)])])),
            ]
        )
        object.members = [("T", .time("2022-04-15T10:27:48Z")), ("B", .octets([1, 2, 3]))]
        return CliXMLWriter.document([object, object])
    }()

    @Test("cut off anywhere gives what was whole, and the line where it ends")
    func cutOffGivesWhatWasWhole() throws {
        let whole = CliXMLReader().read(Self.small, path: "a.xml")
        #expect(whole.objects.count == 2)
        #expect(whole.problems.isEmpty)
        for length in Self.small.indices {
            let content = CliXMLReader().read(Array(Self.small[..<length]), path: "a.xml")
            #expect(content.objects == Array(whole.objects.prefix(content.objects.count)))
            #expect(content.problems.count == 1)
            let lines = Self.small[..<length].filter { $0 == 0x0a }.count + 1
            #expect(content.problems.first.map { (1...lines).contains($0.place.line) } == true)
        }
        let lost = CliXMLReader().read(Array(Self.small.dropLast(9)), path: "a.xml")
        #expect(lost.objects.count == 1)
        #expect(lost.problems.first?.reason.contains("the object that begins in line") == true)
    }

    @Test("cut off in a list gives the items that were whole")
    func cutOffInAListGivesItsItems() {
        let octets = CliXMLWriter.document(
            [CliXMLObject("A"), CliXMLObject("B"), CliXMLObject("C")],
            asList: true
        )
        #expect(CliXMLReader().read(octets, path: "a.xml").objects.count == 3)
        #expect(CliXMLReader().read(Array(octets.dropLast(60)), path: "a.xml").objects.count == 2)
    }

    @Test("with any octet changed is read or complained of")
    func withAnyOctetChanged() {
        for index in Self.small.indices {
            for change: UInt8 in [0x01, 0x02, 0x10, 0x80, 0xff] {
                var changed = Self.small
                changed[index] ^= change
                let content = CliXMLReader().read(changed, path: "a.xml")
                #expect(content.objects.count <= 8)
            }
        }
    }

    @Test("deeper than the limit loses what is too deep and nothing else")
    func deeperThanTheLimit() {
        let depth = 100
        let body =
            (0..<depth).map { "<Obj N=\"A\" RefId=\"\($0)\"><Props>\n" }.joined()
            + String(repeating: "</Props></Obj>", count: depth) + "<S>after</S>"
        let content = CliXMLDocument.read(body)
        #expect(content.objects.count == 2)
        #expect(content.objects.last?.text == "after")
        #expect(content.complaints == ["50: an object 49 deep, over the limit, is left out"])
    }

    @Test("as deep as a file is long ends the reading")
    func asDeepAsAFileIsLong() {
        let body = String(repeating: "<Obj><Props>", count: 200_000)
        let content = CliXMLDocument.read(body)
        #expect(content.objects.isEmpty)
        #expect(content.problems.count == 2)
    }

    @Test(
        "with a document type is refused outright",
        arguments: [
            "<!DOCTYPE Objs>", "<!DOCTYPE Objs SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE Objs [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        ]
    )
    func withADocumentTypeIsRefused(_ declaration: String) {
        let text = "<?xml version=\"1.0\"?>\n\(declaration)\n" + CliXMLDocument.text("<S>&b;</S>")
        let content = CliXMLReader().read(Array(text.utf8), path: "a.xml")
        #expect(content.objects.isEmpty)
        #expect(content.complaints.count == 1)
        #expect(content.complaints.first?.hasPrefix("2: a document type declaration") == true)
    }

    @Test("with an entity that nobody declared is not well-formed")
    func withAnEntity() {
        let content = CliXMLDocument.read("<S>a</S>\n<S>&bomb;</S>")
        #expect(content.objects.count == 1)
        #expect(content.complaints.first?.hasPrefix("3: no well-formed XML") == true)
    }

    @Test("of another kind has no format", arguments: ["<html><body>x</body></html>", "<Obj RefId=\"0\" />"])
    func ofAnotherKindHasNoFormat(_ text: String) {
        let content = CliXMLReader().read(Array(text.utf8), path: "a.xml")
        #expect(content.format == nil)
        #expect(content.objects.isEmpty)
        #expect(content.problems.count == 1)
    }

    @Test("with unknown elements loses those, and says so a hundred times at most")
    func withUnknownElements() {
        let body = String(repeating: "<Obj><Props><Q><S>x</S></Q></Props></Obj>\n", count: 1_000)
        let content = CliXMLDocument.read(body)
        #expect(content.objects.count == 1_000)
        #expect(content.problems.count == 101)
        #expect(content.problems.last?.reason == "further problems of this file are not listed")
    }

    @Test("with a reference in place of text is not read as text")
    func withElementsInText() {
        let content = CliXMLDocument.read("<S>a<S>b</S>c</S>")
        #expect(content.objects.map(\.text) == ["ac"])
        #expect(content.problems.count == 1)
    }
}
