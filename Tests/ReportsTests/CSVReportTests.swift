import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Octets
@testable import Reports

@Suite("CSV report")
struct CSVReportTests {
    @Test func hasEveryColumnInEveryLine() throws {
        let rows = try ReportFixture.typical().csv()
        #expect(rows.first == CSVReport.columns)
        for row in rows { #expect(row.count == CSVReport.columns.count) }
    }

    @Test func hasALineForEveryFileAndEveryCertificate() throws {
        let fixture = ReportFixture.typical()
        let records = try fixture.csv().dropFirst().map { $0[0] }
        #expect(records.count { $0 == "file" } == fixture.inputs.count)
        #expect(records.count { $0 == "certificate" } == 4)
    }

    @Test func putsValuesUnderTheirColumns() throws {
        let rows = try ReportFixture.typical().csv()
        let file = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[rows.count - 1]))
        #expect(file["path"] == "in/cut.pem")
        #expect(file["kind"] == "pem")
        #expect(file["certificates"] == "0")
        let certificate = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[2]))
        #expect(certificate["names"] == "mail.contoso.com")
        #expect(certificate["covered"] == "mail.contoso.com")
        #expect(certificate["issuedBy"] == "Alpha CA 1; Alpha Root")
        #expect(certificate["places"] == "2")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
    func runsNoFormula(text: String) {
        var line = CSVLine()
        line.add(text)
        line.add(["x", text])
        line.end()
        let fields = CSVReader.rows(String(decoding: line.octets, as: UTF8.self))[0]
        #expect(fields[0] == "'" + PrintableText.escape(text))
        #expect(fields[1] == "x; '" + PrintableText.escape(text))
    }

    @Test func quotesAfterTheStandard() {
        var line = CSVLine()
        line.add(#"a"b"#)
        line.add("c,d")
        line.add(nil as String?)
        line.add(-5)
        line.end()
        #expect(String(decoding: line.octets, as: UTF8.self) == "\"a\"\"b\",\"c,d\",,-5\r\n")
    }

    @Test(arguments: [
        "", ",", "a,", "\"", "\"\"", "back\\slash", "ä,ö", "tab\t", "\u{202e}\"",
        "a text of some length, and \"more\"",
    ])
    func givesEveryTextBack(text: String) {
        var line = CSVLine()
        line.add(text)
        line.add([text, "plain", text])
        line.add([] as [String])
        line.end()
        let printable = PrintableText.escape(text)
        #expect(
            CSVReader.rows(String(decoding: line.octets, as: UTF8.self))
                == [[printable, "\(printable); plain; \(printable)", ""]]
        )
    }

    @Test func goesOnAfterTheLinesBefore() {
        var text = OctetText()
        text.append("before,\"\r\n" as StaticString)
        var line = CSVLine(after: text)
        line.add("a,b")
        line.add("c")
        line.end()
        #expect(String(decoding: line.octets, as: UTF8.self) == "before,\"\r\n\"a,b\",c\r\n")
    }

    @Test func keepsControlsOutOfEveryField() throws {
        for row in try ReportFixture.typical().csv() {
            for field in row { #expect(!hasControls(field) && !field.contains("\n")) }
        }
    }
}
