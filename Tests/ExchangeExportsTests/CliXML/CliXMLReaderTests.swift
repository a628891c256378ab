import ExchangeExports
import TestSupport
import Testing

@Suite("A reader of CliXML")
struct CliXMLReaderTests {
    @Test(
        "reads every primitive",
        arguments: [
            ("<S N=\"A\">a &lt;b&gt;</S>", .text("a <b>")), ("<S N=\"A\"></S>", .text("")),
            ("<S N=\"A\">  </S>", .text("  ")), ("<C N=\"A\">97</C>", .text("a")),
            ("<B N=\"A\">true</B>", .flag(true)), ("<B N=\"A\">false</B>", .flag(false)),
            ("<TS N=\"A\">PT9.0269026S</TS>", .text("PT9.0269026S")), ("<By N=\"A\">254</By>", .integer(254)),
            ("<SB N=\"A\">-127</SB>", .integer(-127)), ("<U16 N=\"A\">65535</U16>", .integer(65535)),
            ("<I16 N=\"A\">-32767</I16>", .integer(-32767)),
            ("<U32 N=\"A\">4294967295</U32>", .integer(4_294_967_295)),
            ("<I32 N=\"A\">-1</I32>", .integer(-1)),
            ("<I64 N=\"A\">-9223372036854775808</I64>", .integer(.min)),
            ("<U64 N=\"A\">18446744073709551615</U64>", .text("18446744073709551615")),
            ("<Sg N=\"A\">12.34</Sg>", .text("12.34")),
            ("<Db N=\"A\">5.7870370370370366E-05</Db>", .text("5.7870370370370366E-05")),
            ("<D N=\"A\">12.34</D>", .text("12.34")), ("<BA N=\"A\">AQID BA==</BA>", .octets([1, 2, 3, 4])),
            (
                "<G N=\"A\">792e5b37-4505-47ef-b7d2-8711bb7affa8</G>",
                .text("792e5b37-4505-47ef-b7d2-8711bb7affa8")
            ),
            ("<URI N=\"A\">http://contoso.com/</URI>", .text("http://contoso.com/")),
            ("<Version N=\"A\">6.2.1.3</Version>", .text("6.2.1.3")),
            ("<XD N=\"A\">&lt;a /&gt;</XD>", .text("<a />")),
            ("<SBK N=\"A\">get-command</SBK>", .text("get-command")),
            ("<SS N=\"A\">bwBp</SS>", .text("bwBp")),
            ("<Nil N=\"A\" />", .null),
        ] as [(String, ExportedValue)]
    )
    func readsEveryPrimitive(_ element: String, _ value: ExportedValue) {
        #expect(CliXMLDocument.value(element) == value)
    }

    @Test(
        "reads times with what is known of their zone",
        arguments: [
            ("2022-04-15T10:27:48.6291077+02:00", 7200), ("2022-04-15T10:27:48-03:30", -12600),
            ("2022-04-15T10:27:48Z", 0), ("2022-04-15T10:27:48.1", nil),
        ]
    )
    func readsTimes(_ text: String, _ offset: Int?) {
        let time = ExportedTime(
            year: 2022,
            month: 4,
            day: 15,
            hour: 10,
            minute: 27,
            second: 48,
            offset: offset
        )
        #expect(CliXMLDocument.value("<DT N=\"A\">\(text)</DT>") == .time(time))
    }

    @Test(
        "says which value is not of its type",
        arguments: [
            ("I32", "1.5"), ("I32", ""), ("B", "yes"), ("DT", "2022-13-15T10:27:48"), ("DT", "15.04.2022"),
            ("DT", "2022-04-15T10:27:48+2:000"), ("BA", "A"), ("BA", "QQ=Q"), ("BA", "Q!=="), ("C", "65536"),
            ("U64", "18446744073709551616"),
        ]
    )
    func saysWhichValueIsNotOfItsType(_ tag: String, _ text: String) {
        let content = CliXMLDocument.read(
            "<Obj RefId=\"0\"><MS>\n<\(tag) N=\"Port\">\(text)</\(tag)></MS></Obj>"
        )
        #expect(content.objects.first?.properties == [.init("Port", .null)])
        #expect(content.complaints == ["3: Port is not of the type that its element says"])
    }

    @Test("undoes escapes in text and names")
    func undoesEscapes() {
        let element =
            "<S N=\"A_x005F_xB\">a_x000D__x000A_b_x005F_x0041_ _xD83D__xDE00_ _xD83D_ _x00_ _xGGGG_</S>"
        let object = CliXMLDocument.read("<Obj RefId=\"0\"><MS>\(element)</MS></Obj>").objects.first
        #expect(object?.properties == [.init("A_xB", .text("a\r\nb_x0041_ 😀 \u{fffd} _x00_ _xGGGG_"))])
    }

    @Test("merges extended properties after adapted ones and drops what remoting puts before types")
    func mergesProperties() {
        let content = CliXMLDocument.read(
            """
            <Obj RefId="0"><TN RefId="0"><T>Deserialized.A.B</T><T>System.Object</T></TN><ToString>t</ToString>
            <Props><I32 N="P">1</I32></Props><MS><I32 N="M">2</I32></MS></Obj><Obj RefId="1"><TNRef RefId="0" /></Obj>
            """
        )
        #expect(content.objects.map(\.typeNames) == [["A.B", "System.Object"], ["A.B", "System.Object"]])
        #expect(content.objects.first?.text == "t")
        #expect(content.objects.first?.properties == [.init("P", .integer(1)), .init("M", .integer(2))])
        #expect(content.objects.map(\.place.line) == [2, 3])
        #expect(content.problems.isEmpty)
    }

    @Test("reads lists, queues, stacks and hashtables", arguments: ["LST", "IE", "QUE", "STK"])
    func readsCollections(_ tag: String) {
        #expect(
            CliXMLDocument.value("<Obj N=\"A\" RefId=\"1\"><\(tag)><S>x</S><Nil /></\(tag)></Obj>")
                == .list([.text("x"), .null], isCut: false)
        )
        let table = CliXMLDocument.value(
            """
            <Obj N="A" RefId="1"><DCT><En><S N="Key">k</S><I32 N="Value">1</I32></En>
            <En><I32 N="Key">2</I32><Nil N="Value" /></En></DCT></Obj>
            """
        )
        #expect(table?.object?.properties == [.init("k", .integer(1)), .init("2", .null)])
    }

    @Test("gives the items of a list that stands in no object")
    func givesItemsOfAList() {
        let content = CliXMLDocument.read(
            "<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><ToString>a</ToString></Obj>\n<S>b</S><Nil /></LST></Obj><I32>3</I32>"
        )
        #expect(content.objects.map(\.text) == ["a", "b", nil])
        #expect(content.objects.map(\.content) == [nil, .text("b"), .integer(3)])
        #expect(content.objects.map(\.place.line) == [2, 3, 3])
    }

    @Test("keeps properties that hang on a text or number")
    func keepsPropertiesOnPrimitives() {
        let object = CliXMLDocument.value(
            "<Obj N=\"A\" RefId=\"1\"><S>text</S><MS><I32 N=\"P\">1</I32></MS></Obj>"
        )?.object
        #expect(object?.content == .text("text"))
        #expect(object?["P"] == .integer(1))
    }
}
