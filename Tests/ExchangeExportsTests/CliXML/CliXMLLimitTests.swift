import ExchangeExports
import TestSupport
import Testing

@Suite("A limit on CliXML")
struct CliXMLLimitTests {
    private static func read(_ body: String, _ change: (inout ExportLimits) -> Void) -> ExportContent {
        var limits = ExportLimits()
        change(&limits)
        return CliXMLDocument.read(body, limits: limits)
    }

    @Test("of octets is named before anything is read")
    func ofOctetsIsNamed() {
        let content = Self.read("<S>a</S>") { $0.octets = 10 }
        #expect(content.objects.isEmpty)
        #expect(content.complaints == ["1: larger than the limit of 10 octets"])
    }

    @Test("of objects is named with the line where it is passed")
    func ofObjectsIsNamed() {
        let content = Self.read(String(repeating: "<Obj />\n", count: 10)) { $0.objects = 4 }
        #expect(content.objects.count == 4)
        #expect(content.complaints == ["6: more than 4 objects: the rest is not read"])
        #expect(Self.read(String(repeating: "<S>a</S>\n", count: 10)) { $0.objects = 4 }.objects.count == 4)
    }

    @Test("of values is named with the line where it is passed")
    func ofValuesIsNamed() {
        let content = Self.read(
            "<Obj><LST>\n" + String(repeating: "<Nil />\n", count: 10) + "</LST></Obj>"
        ) { $0.values = 4 }
        #expect(content.complaints.count == 1)
        #expect(content.complaints.first?.hasPrefix("7: more than 4 values") == true)
    }

    @Test("of a value's octets costs that value only")
    func ofAValueCostsThatValueOnly() {
        let content = Self.read(
            "<Obj><Props><S N=\"A\">12345</S>\n<S N=\"B\">1234</S></Props></Obj>"
        ) { $0.valueOctets = 4 }
        #expect(content.objects.first?.properties == [.init("A", .null), .init("B", .text("1234"))])
        #expect(content.complaints == ["2: A is longer than the limit of 4 octets"])
    }

    @Test("is not reached by a file of twenty megabytes")
    func isNotReachedByALargeFile() {
        let properties = (0..<40).map { "<S N=\"Property\($0)\">\(String(repeating: "v", count: $0))</S>\n" }
            .joined()
        let object = "<Obj RefId=\"0\"><Props>\n\(properties)</Props></Obj>\n"
        let count = (20 << 20) / object.utf8.count
        let content = CliXMLDocument.read(String(repeating: object, count: count))
        #expect(content.objects.count == count)
        #expect(content.problems.isEmpty)
        #expect(content.objects.last?.place.line == 2 + (count - 1) * 42)
    }
}
