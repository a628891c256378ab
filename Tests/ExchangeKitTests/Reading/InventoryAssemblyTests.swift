import ExchangeExports
import Forges
import Reports
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct InventoryAssemblyTests {
    private let leaf = Forge.authority("Alpha CA").issue("mail.contoso.com")

    private func thumbprint() throws -> String { try leaf.certificate.thumbprint.hexadecimal }

    @Test func unitesWhatTwoExportsKnowOfOneCertificate() throws {
        let content = assemble(
            .forged(
                ["RawData": .octets(leaf.der), "PSComputerName": .text("ex01.contoso.com")],
                file: "a.xml"
            ),
            .forged(
                [
                    "Thumbprint": .text(try thumbprint()), "Identity": .text("EX01\\\(try thumbprint())"),
                    "Services": .text("SMTP"),
                ],
                file: "b.txt"
            )
        )
        let installed = try #require(content.inventory.certificates.first)
        #expect(content.inventory.certificates.count == 1)
        #expect(installed.server == "ex01.contoso.com")
        #expect(installed.services == .smtp)
        #expect(installed.certificate == (try leaf.certificate))
        #expect(content.inventory.problems.isEmpty)
    }

    @Test func keepsTheSameCertificateOfTwoServersApart() throws {
        let content = assemble(
            .forged(["RawData": .octets(leaf.der), "PSComputerName": .text("ex01.contoso.com")]),
            .forged(["RawData": .octets(leaf.der), "PSComputerName": .text("ex02.contoso.com")])
        )
        #expect(content.inventory.certificates.map(\.server) == ["ex01.contoso.com", "ex02.contoso.com"])
    }

    @Test func givesARecordWithoutAServerToTheOnlyServerThatHasIt() throws {
        let nameless: ExportedObject = .forged(
            ["Thumbprint": .text(try thumbprint()), "Services": .text("SMTP")],
            file: "table.txt"
        )
        let first: ExportedObject = .forged(["RawData": .octets(leaf.der), "PSComputerName": .text("EX01")])
        let one = assemble(first, nameless).inventory.certificates
        #expect(one.map(\.server) == ["EX01"])
        #expect(one.map(\.services) == [.smtp])
        let second: ExportedObject = .forged(["RawData": .octets(leaf.der), "PSComputerName": .text("EX02")])
        #expect(
            assemble(first, second, nameless).inventory.certificates.map(\.server) == ["EX01", "EX02", nil]
        )
    }

    @Test func namesBothPlacesOfAContradiction() throws {
        let content = assemble(
            .forged(
                ["Name": .text("Out"), "AddressSpaces": .null, "RequireTLS": .flag(true)],
                file: "a.xml"
            ),
            .forged(
                ["Name": .text("out"), "AddressSpaces": .null, "RequireTLS": .flag(false)],
                file: "b.xml",
                line: 7
            )
        )
        #expect(content.inventory.sendConnectors.map(\.requireTLS) == [true])
        let problem = try #require(content.inventory.problems.first)
        #expect(problem.place == ExchangeObjectPlace(path: "b.xml", line: 7))
        #expect(
            problem.reason
                == "Send connector \"Out\": RequireTLS is false here and true in a.xml, line 1, which is kept"
        )
        #expect(content.files.map(\.record.problems).map { $0.map(\.code) } == [[], [.contradiction]])
    }

    @Test func keepsEveryServerThatOneOfTwoExportsNames() throws {
        func connector(_ servers: ExportedValue, _ file: String) -> ExportedObject {
            .forged(["Name": .text("Out"), "SourceTransportServers": servers], file: file)
        }
        let content = assemble(connector(.texts("EX01"), "a.xml"), connector(.texts("ex01", "EX02"), "b.xml"))
        #expect(content.inventory.sendConnectors.map(\.sourceTransportServers) == [.value(["EX01", "EX02"])])
        #expect(content.inventory.problems.count == 1)
    }

    @Test func givesAFileWithoutAServerToTheOneThatHasAllOfItsCertificates() throws {
        let other = Forge.authority("Alpha CA").issue("b.contoso.com")
        let connector: ExportedObject = .forged(
            ["Name": .text("Out"), "SourceTransportServers": .texts("EX01", "EX02")],
            file: "send.xml"
        )
        let named: ExportedObject = .forged(["RawData": .octets(leaf.der), "PSComputerName": .text("EX01")])
        func nameless(_ forged: ForgedCertificate) -> ExportedObject {
            .forged(["RawData": .octets(forged.der), "Services": .text("SMTP")], file: "paste.xml")
        }
        let same = assemble(connector, named, nameless(leaf)).inventory.certificates
        #expect(same.map(\.server) == ["EX01"])
        // EX01 lacks the second one, so the file is another server's, and its services are not EX01's.
        let mixed = assemble(connector, named, nameless(leaf), nameless(other)).inventory.certificates
        #expect(mixed.map(\.server) == ["EX01", nil, nil])
        #expect(mixed.map(\.services) == [nil, .smtp, .smtp])
    }

    @Test func takesTheOctetsOfACertificateFileForARecordWithAThumbprint() throws {
        let file = InputReader().read(leaf.der, path: "mail.cer")
        let content = assemble(
            .forged(["Thumbprint": .text(try thumbprint())], file: "a.txt"),
            beside: [file]
        )
        #expect(content.inventory.certificates.map(\.certificate) == [try leaf.certificate])
        #expect(content.files.map(\.record.certificates) == [0, 1])
    }

    @Test func knowsACertificateByItsSerialNumberWhereNothingElseTells() throws {
        let serial = try leaf.certificate.serialNumber.hexadecimal.uppercased()
        let object: ExportedObject = .forged([
            "SerialNumber": .text("00" + serial), "Services": .text("SMTP"),
        ])
        let file = InputReader().read(leaf.der, path: "mail.cer")
        let content = assemble(object, beside: [file])
        #expect(content.inventory.certificates.map(\.thumbprint) == [try thumbprint()])
        let alone = assemble(object)
        #expect(alone.inventory.certificates.isEmpty)
        #expect(alone.inventory.problems.count == 1)
        #expect(alone.files.first?.record.hasErrors == true)
    }

    @Test func countsEachTypeThatIsNotReadOnce() {
        let type = "Microsoft.Exchange.Data.Directory.Management.Mailbox"
        let content = assemble(.forged([:], type: type), .forged([:], type: type))
        let problems = content.files[0].record.problems
        #expect(problems.map(\.detail) == ["not an object that is read here: \(type) (2 of them)"])
        #expect(FileOutcome(content.files[0].record) == .skipped)
    }

    @Test func saysWhatAFileGave() throws {
        let content = assemble(
            .forged(["RawData": .octets(leaf.der)]),
            .forged(["Name": .text("a"), "DomainName": .text("a.example")])
        )
        let file = content.files[0]
        #expect(
            file.record.notes == [
                "used: 1 object of Get-ExchangeCertificate, as clixml",
                "used: 1 object of Get-AcceptedDomain, as clixml",
            ]
        )
        #expect(file.record.exportedObjects == 2)
        #expect(file.certificates.map(\.location) == [SourceLocation(path: "export.xml", index: 0)])
        #expect(FileOutcome(file.record) == .ok)
    }
}
