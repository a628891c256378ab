import Testing

@testable import ExchangeExports

@Suite("Export-Csv")
struct CSVExportReaderTests {
    @Test(arguments: [",", ";", "\t"])
    func tellsTheDelimiterByTheHeading(_ delimiter: String) {
        let text = ["\"Thumbprint\",\"Services\",\"Subject\"", "\"AB\",\"SMTP\",\"CN=a|O=b\""]
            .joined(separator: "\r\n").replacing(",", with: delimiter)
        #expect(Export.read(text).format == .csv)
        #expect(
            Export.values(text) == [
                ["Thumbprint": .text("AB"), "Services": .text("SMTP"), "Subject": .text("CN=a|O=b")]
            ]
        )
    }

    @Test func keepsTheTypesName() {
        let text = "#TYPE Deserialized.Microsoft.Exchange.Data.X\n\"Name\",\"Odd Name\"\n\"a\",\"b\"\n"
        let object = Export.read(text).objects.first
        #expect(object?.typeNames == ["Microsoft.Exchange.Data.X"] && object?.place.line == 3)
        let selected = Export.read("#TYPE Selected.System.Object\n\"a\"\n\"b\"").objects.first
        #expect(selected?.typeNames == ["Selected.System.Object"])
    }

    @Test func readsQuotesAndLinesWithinThem() {
        let text = "\"Fqdn\",\"Issuer\",\"Comment\"\n\"a\",\"CN=a, O=\"\"A, Inc.\"\"\",\"one\r\ntwo\"\nb,c,\n"
        let objects = Export.read(text).objects
        #expect(objects.first?["Issuer"] == .text("CN=a, O=\"A, Inc.\""))
        #expect(objects.first?["Comment"] == .text("one\r\ntwo"))
        #expect(objects.last?["Comment"] == .null && objects.last?.place.line == 4)
    }

    @Test(arguments: [
        "System.String[]", "System.Object[]", "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]",
        "System.Security.AccessControl.AccessRule", "@{A=1}",
        "Microsoft.Exchange.Data.MultiValuedProperty`1[[A, B, Version=1.0.0.0]]",
    ])
    func knowsAValueThatTheExportDropped(_ cell: String) {
        #expect(Export.values("Fqdn,Name\n\"\(cell)\",x").first?["Fqdn"] == .lost(cell))
    }

    @Test(arguments: [
        "system.contoso.com", "System.contoso.com", "Microsoft.Corp", "System.", "Microsoft Corp.",
    ])
    func takesAHostForNoType(_ cell: String) {
        #expect(Export.values("Fqdn,Name\n\"\(cell)\",x").first?["Fqdn"] == .text(cell))
    }

    @Test func reportsRowsOfAnotherLength() {
        let content = Export.read("Fqdn,Name\na\nb,c\n\nd,e,f\n")
        #expect(content.objects.count == 3 && content.objects.first?.properties.count == 1)
        #expect(
            content.problems.map(\.reason) == ["1 values for 2 properties", "3 values for 2 properties"]
        )
        #expect(content.problems.map(\.place.line) == [2, 5])
    }

    @Test func reportsAnOpenQuoteAndEndsThere() {
        let content = Export.read("Fqdn,Name\na,b\nc,\"d\ne,f\n")
        #expect(content.objects.count == 1)
        #expect(content.problems.map(\.place.line) == [3])
    }

    @Test func skipsWhatExcelPutsFirst() {
        #expect(Export.values("sep=;\r\nFqdn;Name\r\na;b\r\n") == [["Fqdn": .text("a"), "Name": .text("b")]])
    }

    @Test func takesOtherTablesForNone() {
        for text in [
            "Name,Age\na,1\n", "Fqdn\na\n", "Dear Name, Fqdn, and others,\n", "\"Name\"\n", "Fqdn: a, b\n",
        ] {
            #expect(Export.read(text) == ExportContent(format: nil), "\(text)")
        }
    }
}
