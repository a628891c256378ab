import ExchangeExports
import Forges
import Foundation
import Reports
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// Real exports, and pastes as they stand in forums, read as files.
struct InventoryReaderTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/exchange")

    private func read(_ names: String...) -> InventoryContent {
        InventoryReader().read(
            names.map { Self.folder.appending(path: $0 + ".xml").path(percentEncoded: false) }
        )
    }

    private func paste(_ text: String, beside files: (path: String, octets: [UInt8])...) -> InventoryContent {
        InventoryReader().read([("paste.txt", Array(text.utf8))] + files)
    }

    @Test func readsWhatExchangeSaysOfItsCertificates() throws {
        let content = read("GetExchangeCertificate")
        let installed = Dictionary(
            uniqueKeysWithValues: content.inventory.certificates.map { ($0.thumbprint, $0) }
        )
        #expect(installed.count == 4)
        let auth = try #require(installed["2D10A746D6BB8D795F1679AEBD89D5D2AE583CB7"])
        #expect(auth.services == [])
        #expect(auth.rootCAType == RootCAType.none)
        #expect(auth.status == .valid)
        let own = try #require(installed["611C687DFC4343A5A03E0005A1EC6E9B6AFF586D"])
        #expect(own.services == [.imap, .pop, .iis])
        #expect(own.rootCAType == .registry)
        #expect(own.server == "WIN-CTD3L0RGEN4.exlab.dom")
        #expect(own.keyProvider?.isKeyStorageProvider == false)
        #expect(own.keyProvider?.type == 12)
        #expect(own.friendlyName == "Microsoft Exchange")
        #expect(own.hasPrivateKey == nil)
        #expect(content.inventory.problems.isEmpty)
        #expect(content.files.map(\.record.status) == ["ok"])
        #expect(content.files.map(\.certificates.count) == [4])
    }

    @Test func namesTheLimitThatAnExportIsOver() throws {
        var limits = ExportLimits()
        limits.octets = 1_000
        let folder = TemporaryFolder()
        let line = "Thumbprint : 5E4325D6195B5E2932EAE402F515172DC827D083\n"
        let path = folder.write(String(repeating: line, count: 30), to: "certificates.txt")
        let content = InventoryReader(reader: InputReader(), limits: limits).read([path])
        let record = try #require(content.files.first?.record)
        #expect(record.status == "too-large")
        let detail = try #require(record.problems.first?.detail)
        #expect(detail.contains("the limit of 1000 octets"))
        #expect(detail.contains("export into several files"))
    }

    @Test func saysNothingOfServicesThatNoExportHas() {
        let content = read("GetExchangeCertificateBroken")
        #expect(content.inventory.certificates.count == 5)
        #expect(content.inventory.certificates.allSatisfy { $0.services == nil && $0.status == nil })
        #expect(Set(content.inventory.certificates.map(\.server)) == ["e2k16-1.contoso.lab"])
        #expect(content.inventory.certificates.filter { $0.certificate == nil }.isEmpty)
    }

    @Test func tellsWhereTwoExportsContradictEachOther() {
        let content = read("GetExchangeCertificate", "GetExchangeCertificateIncomplete")
        #expect(content.inventory.certificates.count == 4)
        #expect(content.inventory.problems.count == 1)
        #expect(
            content.inventory.problems.first?.reason.contains("Services is SMTP here and None in") == true
        )
        #expect(content.files.map(\.record.status) == ["ok", "contradiction"])
    }

    @Test func readsConnectorsAndTheOrganization() {
        let content = read(
            "GetReceiveConnector",
            "GetSendConnector",
            "GetHybridConfiguration",
            "GetAcceptedDomain"
        )
        let inventory = content.inventory
        #expect(inventory.receiveConnectors.count == 5)
        #expect(inventory.receiveConnectors.compactMap(\.tlsCertificateName.value).count == 1)
        #expect(
            inventory.receiveConnectors.compactMap(\.tlsDomainCapabilities.value)
                == [["fabrikam.com:AcceptCloudServicesMail"]]
        )
        #expect(
            inventory.sendConnectors.map(\.tlsCertificateName) == [.value("<I>CN=localhost<S>CN=localhost")]
        )
        #expect(inventory.sendConnectors.map(\.fqdn) == [.empty])
        #expect(inventory.hybridConfiguration?.sendingTransportServers == .value(["ex-02"]))
        #expect(inventory.acceptedDomains.map(\.domainName) == ["Solo.com", "*.contoso.local", "*.com"])
        #expect(inventory.problems.isEmpty)
        #expect(content.files.map(\.record.exportedObjects) == [5, 1, 1, 3])
    }

    @Test func keepsADateWithTwoMeaningsAmbiguous() throws {
        let content = paste(
            """
            HasPrivateKey      : True
            Issuer             : CN=QuoVadis EV SSL ICA G1, O=QuoVadis Limited, C=BM
            NotAfter           : 12/02/2018 1:53:00 PM
            NotBefore          : 12/02/2016 1:43:23 PM
            RootCAType         : Registry
            Services           : IMAP, POP, IIS, SMTP
            Status             : Valid
            Thumbprint         : 5E4325D6195B5E2932EAE402F515172DC827D083
            """
        )
        let installed = try #require(content.inventory.certificates.first)
        #expect(installed.services == [.imap, .pop, .iis, .smtp])
        #expect(installed.rootCAType == .registry)
        #expect(installed.hasPrivateKey == true)
        #expect(installed.reportedNotAfter?.isAmbiguous == true)
        #expect(installed.reportedNotAfter?.hasZone == false)
    }

    @Test func readsATableWithLettersAndItsCertificateFromAFile() throws {
        let leaf = Forge.authority("Alpha CA").issue("mail.contoso.com")
        let thumbprint = try leaf.certificate.thumbprint.hexadecimal
        let content = paste(
            """
            Thumbprint                                Services   Subject
            ----------                                --------   -------
            \(thumbprint)  IP.WS.     CN=mail
            8E309044815B47A130C6151644263D781DF839C0  ....SF     CN=Fede
            """,
            beside: ("mail.pem", Array(leaf.pem.utf8))
        )
        #expect(
            content.inventory.certificates.map(\.services) == [
                [.imap, .pop, .iis, .smtp], [.smtp, .federation],
            ]
        )
        #expect(content.inventory.certificates.map { $0.certificate == nil } == [false, true])
        #expect(content.files.map(\.record.kind) == [.exchangeExport, .pem])
    }

    @Test func reportsEveryFileOfAFolder() throws {
        let folder = TemporaryFolder()
        let leaf = Forge.selfSigned("mail.contoso.com")
        folder.write(leaf.der, to: "a.cer")
        folder.write("AddressSpaces : {SMTP:*;1}\nName : Out\n", to: "b/send.txt")
        folder.write("nothing of Exchange", to: "c.txt")
        folder.write("", to: "d.txt")
        let content = InventoryReader().read([folder.path])
        #expect(content.files.map(\.record.kind) == [.der, .exchangeExport, .text, .empty])
        #expect(content.files.map { FileOutcome($0.record) } == [.ok, .ok, .skipped, .skipped])
        #expect(content.inventory.sendConnectors.map(\.name) == ["Out"])
    }

    @Test func reportsAFileThatIsNotThere() {
        let content = InventoryReader().read(["/nowhere/at/all.xml"])
        #expect(content.files.map(\.record.status) == ["unreadable"])
    }
}
