import ExchangeExports
import Testing

@Suite("A reference in CliXML")
struct CliXMLReferenceTests {
    @Test("stands for the object before it")
    func standsForTheObjectBefore() {
        let content = CliXMLDocument.read(
            "<Obj RefId=\"0\"><Props><Obj N=\"A\" RefId=\"7\"><ToString>x</ToString></Obj><Ref N=\"B\" RefId=\"7\" /></Props></Obj>"
        )
        #expect(content.objects.first?["B"]?.object?.text == "x")
        #expect(content.problems.isEmpty)
    }

    @Test("to an object around it is null and no problem")
    func toAnObjectAroundItIsNull() {
        let content = CliXMLDocument.read(
            "<Obj RefId=\"0\"><Props><Obj N=\"A\" RefId=\"1\"><Props><Ref N=\"Up\" RefId=\"0\" /></Props></Obj></Props></Obj>"
        )
        #expect(content.objects.first?["A"]?.object?["Up"] == .null)
        #expect(content.problems.isEmpty)
    }

    @Test(
        "to what stands nowhere before is null and a problem",
        arguments: ["RefId=\"9\"", "", "RefId=\"x\""]
    )
    func toNothingIsAProblem(_ attribute: String) {
        let content = CliXMLDocument.read(
            "<Obj RefId=\"0\"><Props>\n<Ref N=\"A\" \(attribute) /></Props></Obj>"
        )
        #expect(content.objects.first?["A"] == .null)
        #expect(content.complaints == ["3: A: refers to an object that stands nowhere before"])
    }

    @Test("to type names that stand nowhere is a problem")
    func toNoTypeNamesIsAProblem() {
        let content = CliXMLDocument.read("<Obj RefId=\"0\"><TNRef RefId=\"3\" /></Obj>")
        #expect(content.objects.first?.typeNames == [])
        #expect(content.complaints == ["2: refers to type names that stand nowhere before"])
    }

    @Test("cannot make much of little")
    func cannotMakeMuchOfLittle() {
        var body = "<Obj RefId=\"0\"><LST><S>a</S></LST></Obj>\n"
        for level in 1...40 {
            body += "<Obj RefId=\"\(level)\"><Props>"
            for name in 0..<10 { body += "<Ref N=\"\(name)\" RefId=\"\(level - 1)\" />" }
            body += "</Props></Obj>\n"
        }
        let content = CliXMLDocument.read(body)
        #expect(content.objects.count < 10)
        #expect(content.problems.count == 1)
        #expect(content.problems.first?.reason.contains("more than 12000000 values") == true)
    }

    @Test("cannot build a tower")
    func cannotBuildATower() {
        var body = "<Obj RefId=\"0\"><ToString>a</ToString></Obj>"
        for level in 1...10_000 {
            body += "<Obj RefId=\"\(level)\"><Props><Ref N=\"A\" RefId=\"\(level - 1)\" /></Props></Obj>"
        }
        let content = CliXMLDocument.read(body)
        #expect(content.objects.count == 10_001)
        #expect(!content.problems.isEmpty)
        #expect(content.objects.allSatisfy { depth(of: $0) <= ExportLimits().depth })
    }

    private func depth(of object: ExportedObject) -> Int {
        1 + (object.properties.compactMap { $0.value.object.map(depth) }.max() ?? 0)
    }
}
