import ExchangeExports
import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// What each format says of an inventory.
struct InventoryReportTests {
    private func fixture() throws -> InventoryFixture {
        var fixture = InventoryFixture()
        fixture.files = [
            .octets(fixture.leaf.der, name: "mail.cer"), .octets(fixture.issuing.der, name: "ca.cer"),
        ]
        fixture.exports = [
            try fixture.record(on: "EX01"),
            .forged(
                ["Thumbprint": .text("ABCDEF"), "Server": .text("EX\u{1b}02"), "Subject": .text("CN=lost")],
                line: 12
            ),
        ]
        return fixture
    }

    private func json() throws -> [String: Any] {
        let collector = Collector()
        var writer = JSONReport(toolVersion: "0", sink: collector.sink)
        try fixture().run(&writer)
        return try JSONSerialization.jsonObject(with: Data(collector.octets)) as? [String: Any] ?? [:]
    }

    private func text() throws -> String {
        let collector = Collector()
        var writer = TextReport(toolVersion: "0", style: .plain, sink: collector.sink)
        try fixture().run(&writer)
        return collector.text
    }

    @Test func jsonListsTheServersOfACertificate() throws {
        let certificates = try #require(try json()["certificates"] as? [[String: Any]])
        let leaf = try #require(certificates.first { $0["role"] as? String == "end-entity" })
        let installed = try #require((leaf["installations"] as? [[String: Any]])?.first)
        #expect(installed["server"] as? String == "EX01")
        #expect(installed["services"] as? [String] == ["IIS", "SMTP"])
        #expect(installed["rootCAType"] as? String == "ThirdParty")
        #expect(installed["hasPrivateKey"] as? Bool == true)
        #expect(installed["status"] is NSNull)
        #expect(installed["keyProvider"] is NSNull)
        #expect((installed["source"] as? [String: Any])?["path"] as? String == "export.xml")
        let authority = try #require(certificates.first { $0["role"] as? String != "end-entity" })
        #expect((authority["installations"] as? [Any])?.isEmpty == true)
    }

    @Test func jsonSaysWhatTheInventoryAmountsTo() throws {
        let report = try json()
        let inventory = try #require(report["inventory"] as? [String: Any])
        #expect(inventory["installed"] as? Int == 2)
        #expect(inventory["servers"] as? Int == 2)
        let without = try #require(inventory["withoutOctets"] as? [[String: Any]])
        #expect(without.map { $0["thumbprint"] as? String } == ["ABCDEF"])
        let missing = try #require(inventory["missing"] as? [[String: Any]])
        #expect(missing.contains { ($0["command"] as? String)?.hasPrefix("Get-SendConnector") == true })
        let files = try #require(report["files"] as? [[String: Any]])
        #expect(files.map { $0["exportedObjects"] as? Int } == [0, 0, 2])
        #expect(files.last?["kind"] as? String == "exchange-export")
    }

    @Test func jsonHasNullWithoutAnInventory() throws {
        #expect(try ReportFixture.typical().json()["inventory"] is NSNull)
    }

    @Test func csvHasTheServersInAColumnOfTheirOwn() throws {
        let collector = Collector()
        var writer = CSVReport(sink: collector.sink)
        try fixture().run(&writer)
        let rows = CSVReader.rows(collector.text)
        #expect(rows.allSatisfy { $0.count == CSVReport.columns.count })
        let leaf = try #require(rows.first { $0.first == "certificate" && $0.contains("mail.cer") })
        let column = try #require(CSVReport.columns.firstIndex(of: "installations"))
        #expect(leaf[column] == "EX01 (IIS, SMTP)")
    }

    @Test func textSaysWhereACertificateIsInstalledAndWhatIsMissing() throws {
        let text = try text()
        #expect(text.contains("installed  EX01 (IIS, SMTP)"))
        #expect(text.contains("inventory: 2 certificates of 2 servers"))
        #expect(text.contains("not judged, as no file has their octets: ABCDEF"))
        #expect(text.contains("    Get-SendConnector | Export-Clixml send-connectors.xml\n"))
        #expect(!hasControls(text))
        let without = try ReportFixture.typical().text()
        #expect(!without.contains("inventory"))
    }
}
