import ExchangeExports
import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct InstalledCertificateReadingTests {
    private let leaf = Forge.authority("Alpha CA").issue(
        "mail.contoso.com",
        names: ["mail.contoso.com", "b.example"]
    )

    @Test func knowsTheCertificateByItsOctets() throws {
        let reading = InstalledCertificateReading(
            .forged(
                ["RawData": .octets(leaf.der), "PSComputerName": .text("ex01.contoso.com")],
                type: ExchangeTypes.certificate
            )
        )
        let certificate = try leaf.certificate
        #expect(!reading.isUnidentified)
        #expect(reading.installed.thumbprint == certificate.thumbprint.hexadecimal)
        #expect(reading.installed.certificate == certificate)
        #expect(reading.installed.server == "ex01.contoso.com")
        #expect(reading.installed.issuer == "CN=Alpha CA")
        #expect(reading.installed.subject == "CN=mail.contoso.com")
        #expect(reading.installed.domains == ["mail.contoso.com", "b.example"])
        // Octets say nothing of Exchange.
        #expect(reading.installed.services == nil)
        #expect(reading.installed.hasPrivateKey == nil)
        #expect(reading.problems.isEmpty)
    }

    @Test func takesWhatPropertiesSay() {
        let installed = InstalledCertificateReading(
            .forged([
                "Thumbprint": .text("abcd"), "Services": .text("IIS, SMTP"), "Status": .text("Valid"),
                "RootCAType": .text("ThirdParty"), "HasPrivateKey": .text("True"),
                "IsSelfSigned": .text("False"),
                "CertificateDomains": .texts("a.example"), "Subject": .text("CN=a"),
                "FriendlyName": .text("Mail"),
                "NotAfter": .time(ExportedTime(year: 2027, month: 2, day: 1)),
            ])
        ).installed
        #expect(installed.thumbprint == "ABCD")
        #expect(installed.services == [.iis, .smtp])
        #expect(installed.status == .valid)
        #expect(installed.rootCAType == .thirdParty)
        #expect(installed.hasPrivateKey == true)
        #expect(installed.isSelfSigned == false)
        #expect(installed.domains == ["a.example"])
        #expect(installed.friendlyName == "Mail")
        #expect(installed.reportedNotAfter?.readings.map(\.rfc3339) == ["2027-02-01T00:00:00Z"])
        #expect(installed.reportedNotAfter?.hasZone == false)
        #expect(installed.issuer == nil)
    }

    @Test func knowsTheServerByTheIdentityBeforeTheSession() {
        let installed = InstalledCertificateReading(
            .forged([
                "Identity": .text("ex02.contoso.com\\ABCD"), "PSComputerName": .text("ex01.contoso.com"),
            ])
        ).installed
        #expect(installed.server == "ex02.contoso.com")
        #expect(installed.thumbprint == "ABCD")
    }

    @Test func fallsBackOnWhatToStringSays() {
        let text =
            "[Subject]\n  CN=a\n\n[Issuer]\n  CN=b\n\n[Not After]\n  07/11/2026 15:59:05\n\n[Thumbprint]\n  ABCD\n"
        let installed = InstalledCertificateReading(.forged([:], type: ExchangeTypes.certificate, text: text))
            .installed
        #expect(installed.thumbprint == "ABCD")
        #expect(installed.subject == "CN=a")
        #expect(installed.issuer == "CN=b")
        #expect(installed.reportedNotAfter?.readings.map(\.rfc3339) == ["2026-07-11T15:59:05Z"])
    }

    @Test func tellsAThumbprintThatIsNotThatOfTheOctets() throws {
        let reading = InstalledCertificateReading(
            .forged(["RawData": .octets(leaf.der), "Thumbprint": .text("ABCD")])
        )
        #expect(reading.installed.thumbprint == (try leaf.certificate.thumbprint.hexadecimal))
        #expect(reading.problems.map(\.reason).first?.hasPrefix("the thumbprint ABCD is not that") == true)
    }

    @Test func tellsOctetsThatAreNoCertificate() {
        let reading = InstalledCertificateReading(
            .forged(["RawData": .octets([1, 2]), "Thumbprint": .text("AB")])
        )
        #expect(reading.certificate == nil)
        #expect(reading.problems.first?.reason.hasPrefix("the octets are no certificate") == true)
        #expect(!reading.isUnidentified)
    }

    /// An object as a signing server exports it; `properties` as `Select-Object` adds them.
    private func sealed(
        _ data: [UInt8],
        with properties: [String: ExportedValue] = [:]
    ) -> InstalledCertificateReading {
        let octets: [(String, ExportedValue)] = [
            ("RawData", .octets(leaf.der)), ("SerializationData", .octets(data)),
        ]
        let all = octets + properties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return InstalledCertificateReading(
            ExportedObject(
                typeNames: [ExchangeTypes.certificate],
                properties: all.map { ExportedObject.Property($0.0, $0.1) },
                place: ExportPlace(path: "export.xml", line: 1)
            )
        )
    }

    @Test func readsTheSerialisationOfAServerThatSigns() {
        var template = ExchangeCertificateTemplate(der: leaf.der)
        template.services = 24
        template.rootCAType = 3
        template.server = "EX01.contoso.com"
        template.friendlyName = "Hybrid"
        let reading = sealed(template.serializationData)
        #expect(template.serializationData.starts(with: Array("#sig#".utf8)))
        #expect(reading.installed.services == [.iis, .smtp])
        #expect(reading.installed.status == .valid)
        #expect(reading.installed.rootCAType == .registry)
        #expect(reading.installed.friendlyName == "Hybrid")
        #expect(reading.installed.server == "EX01.contoso.com")
        #expect(reading.problems.isEmpty)
    }

    private static let damaged: [[UInt8]] = [
        SignedPayloadWriter.frame([0, 1], length: -1, trailer: [9]),
        SignedPayloadWriter.frame([0, 1], length: 4_096, trailer: []),
        SignedPayloadWriter.frame([0, 1], length: 0, trailer: []),
        Array("#sig#".utf8) + [0x10],
        Array("#sig#".utf8),
        [],
    ]

    @Test(arguments: damaged) func keepsTheCertificateOfADamagedSerialisation(_ data: [UInt8]) throws {
        let reading = sealed(data)
        #expect(reading.certificate == (try leaf.certificate))
        #expect(reading.installed.services == nil)
        #expect(reading.installed.status == nil)
        #expect(reading.installed.rootCAType == nil)
        #expect(reading.problems.count == 1)
        #expect(reading.problems.first?.reason.hasPrefix("SerializationData: ") == true)
        #expect(reading.notes.isEmpty)
    }

    @Test(arguments: damaged) func onlyNotesADamagedSerialisationWherePropertiesSayTheSame(_ data: [UInt8]) {
        let facts: [String: ExportedValue] = [
            "Services": .text("IIS, SMTP"), "Status": .text("Valid"), "RootCAType": .text("ThirdParty"),
        ]
        let reading = sealed(data, with: facts)
        #expect(reading.installed.services == [.iis, .smtp])
        #expect(reading.problems.isEmpty)
        #expect(reading.notes.count == 1)
        // One that is lost with the serialisation is a loss.
        for lost in facts.keys {
            let reading = sealed(data, with: facts.filter { $0.key != lost })
            #expect(reading.problems.count == 1)
            #expect(reading.notes.isEmpty)
        }
    }

    @Test func doesNotTakeAnotherStoresCertificateForAnInstalledOne() {
        let path = "Microsoft.PowerShell.Security\\Certificate::LocalMachine\\"
        func reading(_ store: String) -> InstalledCertificateReading {
            InstalledCertificateReading(
                .forged(["RawData": .octets(leaf.der), "PSParentPath": .text(path + store)])
            )
        }
        #expect(!reading("My").isElsewhere)
        #expect(reading("CA").isElsewhere)
    }

    @Test(arguments: [
        (Int64(0), RootCAType.none), (1, .thirdParty), (3, .registry), (17, .other("17")), (-3, .other("-3")),
    ])
    func namesTheNumbersOfRootCAType(_ number: Int64, _ type: RootCAType) {
        #expect(RootCAType(number: number) == type)
    }

    @Test func namesOnlyTheNumberOfStatusThatWasSeen() {
        #expect(CertificateStatus(number: 1) == .valid)
        #expect(CertificateStatus(number: 2) == .other("2"))
    }
}
