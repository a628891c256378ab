import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("Reports without signatures")
struct ReportWithoutSignaturesTests {
    private func fixture(_ signatures: SignatureChecking) -> ReportFixture {
        var fixture = ReportFixture.typical()
        fixture.signatures = signatures
        return fixture
    }

    @Test func textSaysSoFirstAndInTheSums() throws {
        let text = try fixture(.notChecked).text()
        #expect(text.hasPrefix("SIGNATURES NOT CHECKED: "))
        #expect(text.contains("\nSIGNATURES NOT CHECKED: undetermined ones may be eligible or forged\n"))
        #expect(text.contains("No usable certificate: no signature was checked. Of 3 server certificates"))
        #expect(!text.contains("nearest to it"))
        #expect(try !fixture(.checked).text().contains("SIGNATURES NOT CHECKED"))
    }

    @Test func quietTextSaysSoToo() throws {
        #expect(try fixture(.notChecked).text { $0.isQuiet = true }.hasPrefix("SIGNATURES NOT CHECKED: "))
    }

    @Test func explainedTextCallsSuchAPathNotVerified() throws {
        let text = try fixture(.notChecked).text { $0.explains = true }
        #expect(text.contains("path 1 of 1, not verified: "))
        #expect(text.contains("its signature was not checked"))
    }

    @Test(arguments: [SignatureChecking.checked, .notChecked])
    func jsonSaysSoInItsHeader(_ signatures: SignatureChecking) throws {
        let isChecked = signatures == .checked
        #expect(try fixture(signatures).json()["signaturesChecked"] as? Bool == isChecked)
        let lines = try fixture(signatures).lines()
        #expect(lines.first?["signaturesChecked"] as? Bool == isChecked)
        #expect(lines.filter { $0["signaturesChecked"] != nil }.count == 1)
    }

    @Test(arguments: [SignatureChecking.checked, .notChecked])
    func csvSaysSoInEveryCertificatesLine(_ signatures: SignatureChecking) throws {
        let rows = try fixture(signatures).csv()
        let column = try #require(CSVReport.columns.firstIndex(of: "signaturesChecked"))
        let values = Set(rows.dropFirst().filter { $0[0] == "certificate" }.map { $0[column] })
        #expect(values == [signatures == .checked ? "true" : "false"])
        #expect(rows.allSatisfy { $0.count == CSVReport.columns.count })
    }
}
