import Testing

@testable import ExchangeExports
@testable import Octets

/// Texts that are built to break what reads them.
///
/// The time limit ends what would not end: under a sanitizer, beside other
/// work, a minute was too little for work that only grows as the text does.
@Suite("Hostile exports", .serialized, .timeLimit(.minutes(10)))
struct HostileExportTests {
    private static let texts = [
        "AccessRules : {a,\n              b...}\nIssuer\u{ff1a}CN=\u{201c}A\u{201d}\n\n> NotAfter : 1/1/2021 \u{4e0b}\u{5348}\n",
        "Thumbprint  Services  Subject\n----------  --------  -------\n5E4325D6195B  IP.WS..  CN=m\u{e4}il\u{2026}\n",
        "[{\"RawData\":[1,2,{\"value\":[\"\\u00e9\\ud83d\"],\"Count\":1}],\"Fqdn\":\"\\/Date(1)\\/\"},{\"Fqdn\":-1.5e3}]",
        "#TYPE System.X`1[[A]]\n\"Fqdn\";\"Name\"\n\"a \"\"b\"\"\n\";\u{e9}\n\"System.String[]\";;\n",
    ]

    @Test(arguments: texts)
    func survivesAnEndAtEveryOctet(_ text: String) {
        let octets = Array(text.utf8)
        for end in octets.indices {
            let content = ExportReader().read(Array(octets[..<end]), path: "a")
            #expect(content.objects.count <= 3)
            // The other end is missing as well where people copy too little.
            _ = ExportReader().read(Array(octets[end...]), path: "a")
        }
    }

    @Test(arguments: texts)
    func survivesAnyOctetInAnyPlace(_ text: String) {
        var octets = Array(text.utf8)
        for position in octets.indices {
            let kept = octets[position]
            for octet: UInt8 in [0, 0x0a, 0x22, 0x2d, 0x3a, 0x7b, 0x7d, 0x80, 0xff] {
                octets[position] = octet
                _ = ExportReader().read(octets, path: "a")
            }
            octets[position] = kept
        }
    }

    @Test(arguments: [
        ("Issuer : ", "x"), ("Issuer : {", "a, "), ("", " "), ("", ">"), ("", "> "), ("", "-"), ("", "a"),
        ("Thumbprint ", "a "), ("", "\u{1b}["), ("", "\u{a0}"), ("Fqdn Name\n---- ----\n", "a "),
        ("\"Fqdn\",\"Name\"\n\"", "a"), ("\"Fqdn\",\"Name\"\n", ","), ("#TYPE ", "a"), ("", ","),
        ("{\"Fqdn\":\"", "\\n"), ("{\"RawData\":[", "1,"), ("[", "1,"), ("", "{\"a\":"),
    ])
    func readsALineOfHundredsOfKilobytes(_ start: String, unit: String) {
        let octets = Array(start.utf8) + [[UInt8]](repeating: Array(unit.utf8), count: 200_000).joined()
        #expect(ExportReader().read(octets, path: "a").objects.count <= 1)
    }

    @Test func readsALineOfTenMegabytes() {
        let text = "Fqdn : a\nIssuer : " + String(repeating: "CN=0123456", count: 1_000_000) + "\nName : b\n"
        #expect(Export.read(text).objects.first?.properties.count == 3)
    }

    @Test func readsAMillionBlankLines() {
        let blanks = String(repeating: "\n", count: 1_000_000)
        let objects = Export.read("Fqdn : a\n" + blanks + "Fqdn : b\n").objects
        #expect(objects.map(\.place.line) == [1, 1_000_002])
    }

    @Test(arguments: [
        ("", "[\n"), ("Fqdn : a\n", "a\n"), ("", "Name : a\n\n"), ("", "-\n-\n"), ("Fqdn : {a\n", "b\n"),
        ("", "a -\n- -\n"), ("", "\r"),
    ])
    func readsManyLines(_ start: String, unit: String) {
        let octets = Array(start.utf8) + [[UInt8]](repeating: Array(unit.utf8), count: 100_000).joined()
        #expect(ExportReader().read(octets, path: "a").objects.count <= 1)
    }

    @Test func readsAnObjectAfterAHundredThousandProperties() {
        var text = ""
        for number in 0..<100_000 { text += "Property\(number) : \(number)\n" }
        #expect(Export.read(text + "Fqdn : a\n").objects.count == 1)
    }

    @Test func endsAtDeepNesting() {
        let depth = ExportLimits().depth
        func nested(_ depth: Int) -> String {
            "{\"Fqdn\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(Export.read(nested(depth - 1)).problems.isEmpty)
        #expect(Export.read(nested(depth)).problems.count == 1)
        let deep = "{\"Fqdn\":1}" + String(repeating: "{\"a\":[", count: 100_000)
        #expect(Export.read(deep).problems.first?.reason.contains("48 levels") == true)
    }

    @Test func endsAtTooManyValues() {
        var limits = ExportLimits()
        limits.values = 10
        let json = "[{\"Fqdn\":\"a\"}," + String(repeating: "null,", count: 20)
        #expect(Export.read(json, limits: limits).problems.count == 1)
        let list = String(repeating: "Fqdn : a\n\n\n", count: 20)
        #expect(Export.read(list, limits: limits).problems.count == 1)
        let csv = "Fqdn,Name\n" + String(repeating: "a,b\n", count: 20)
        #expect(Export.read(csv, limits: limits).problems.count == 1)
    }

    @Test func endsAtTooManyCells() {
        var limits = ExportLimits()
        limits.values = 10
        let table = "Fqdn Name\n---- ----\n" + String(repeating: "a    b\n", count: 20)
        #expect(Export.read(table, limits: limits).problems.count == 1)
        let octets = "{\"RawData\":[" + String(repeating: "1,", count: 20) + "1]}"
        #expect(Export.read(octets, limits: limits).problems.isEmpty)
    }

    @Test func reportsNoMoreProblemsThanTheLimit() {
        let content = Export.read("Fqdn,Name\n" + String(repeating: "a\n", count: 1_000))
        #expect(content.problems.count == ExportLimits().problems)
        #expect(content.problems.last?.reason == "more rows like these follow")
    }
}
