import ExchangeExports
import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct AuditInventoryTests {
    @Test func judgesACertificateByWhatTheServersSayOfIt() throws {
        var fixture = InventoryFixture()
        fixture.files = [
            .octets(fixture.leaf.der, name: "mail.cer"), .octets(fixture.issuing.der, name: "ca.cer"),
        ]
        fixture.exports = [
            try fixture.record(on: "EX01"), try fixture.record(on: "EX02", services: "IIS", line: 9),
        ]
        let found = try fixture.collect()
        let record = try #require(found.record(fixture.leaf))
        #expect(record.installations.map(\.server) == ["EX01", "EX02"])
        #expect(record.rules == ["smtp-not-assigned", "hybrid-wizard-ineligible"])
        #expect(found.header?.installedCertificates == 2)
        #expect(found.summary?.inventory?.servers == 2)
        #expect(found.summary?.inventory?.withoutOctets.isEmpty == true)
    }

    @Test func auditsACertificateThatOnlyAnExportHas() throws {
        var fixture = InventoryFixture()
        fixture.exports = [
            .forged(["RawData": .octets(fixture.issuing.der)], type: ExchangeTypes.certificate),
            .forged(["RawData": .octets(fixture.leaf.der)], type: ExchangeTypes.certificate, line: 7),
        ]
        let found = try fixture.collect()
        let record = try #require(found.record(fixture.leaf))
        #expect(record.sources == [SourceLocation(path: "export.xml", index: 1)])
        #expect(record.verdict?.isEligible == true)
        #expect(found.files.map(\.status) == ["ok"])
        // A store's order is nobody's mistake.
        #expect(!record.rules.contains("bundle-order"))
    }

    @Test func saysWhichInstalledCertificateItCouldNotJudge() throws {
        var fixture = InventoryFixture()
        fixture.exports = [try fixture.record(on: "EX01")]
        let summary = try #require(try fixture.collect().summary?.inventory)
        #expect(summary.withoutOctets.map(\.server) == ["EX01"])
        #expect(summary.missing.contains { $0.what.hasPrefix("octets of certificates") })
        fixture.files = [.octets(fixture.leaf.der, name: "mail.cer")]
        let supplied = try #require(try fixture.collect().summary?.inventory)
        #expect(!supplied.missing.contains { $0.what.hasPrefix("octets of certificates") })
    }

    @Test func takesNoOtherCertificateForAnInstalledOne() throws {
        var fixture = InventoryFixture()
        let other = fixture.issuing.issue("mail.contoso.com")
        fixture.files = [.octets(other.der, name: "other.cer")]
        fixture.exports = [try fixture.record(on: "EX01")]
        #expect(try fixture.collect().record(other)?.installations.isEmpty == true)
    }

    @Test func reportsEveryFileOfTheInventory() throws {
        var fixture = InventoryFixture()
        fixture.exports = [.forged([:], type: "Microsoft.Exchange.Data.Directory.Management.Mailbox")]
        let found = try fixture.collect()
        #expect(found.files.map(\.path) == ["export.xml"])
        #expect(found.summary?.files == 1)
        #expect(found.summary?.filesWithErrors == 0)
    }

    @Test func saysNothingOfAnInventoryWithoutOne() throws {
        let fixture = ReportFixture.typical()
        var collection = AuditCollection()
        let summary = try fixture.run(&collection)
        #expect(summary.inventory == nil)
        #expect(collection.header?.installedCertificates == nil)
        #expect(collection.certificates.flatMap(\.installations).isEmpty)
    }
}
