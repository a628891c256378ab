import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ExportedKindTests {
    @Test(arguments: [
        (ExchangeTypes.certificate, ExportedKind.exchangeCertificate),
        ("System.Security.Cryptography.X509Certificates.X509Certificate2", .storeCertificate),
        (ExchangeTypes.sendConnector, .sendConnector), (ExchangeTypes.receiveConnector, .receiveConnector),
        ("Microsoft.Exchange.Data.Directory.SystemConfiguration.HybridConfiguration", .hybridConfiguration),
        ("Microsoft.Exchange.Data.Directory.Management.TransportServer", .transportServer),
        ("Microsoft.Exchange.Data.Directory.Management.ExchangeServer", .exchangeServer),
        ("Microsoft.Exchange.Data.Directory.SystemConfiguration.TenantInboundConnector", .inboundConnector),
        ("Selected.\(ExchangeTypes.certificate)", .exchangeCertificate),
    ])
    func tellsItByTheTypesName(_ type: String, _ kind: ExportedKind) {
        #expect(ExportedKind(.forged([:], type: type)) == kind)
    }

    @Test(arguments: [
        (["Identity", "AddressSpaces", "Enabled"], ExportedKind.sendConnector),
        (["Identity", "Bindings", "Enabled"], .receiveConnector),
        (["Thumbprint", "Services", "Subject"], .exchangeCertificate),
        (["Name", "DomainName", "DomainType", "Default"], .acceptedDomain),
        (["Name", "TlsDomain", "TlsSettings", "CloudServicesMailEnabled"], .outboundConnector),
        (["Name", "TlsSenderCertificateName", "RequireTls"], .inboundConnector),
        (["Name", "ServerRole", "Edition", "AdminDisplayVersion"], .exchangeServer),
        (["Name", "InternalTransportCertificateThumbprint"], .transportServer),
    ])
    func tellsItByThePropertiesWhereNoTypeIsNamed(_ names: [String], _ kind: ExportedKind) {
        let properties = names.map { ExportedObject.Property($0, .text("x")) }
        let object = ExportedObject(properties: properties, place: ExportPlace(path: "a.txt", line: 1))
        #expect(ExportedKind(object) == kind)
    }

    @Test func leavesOpenWhatSeveralCmdletsWouldFit() {
        let object: ExportedObject = .forged([
            "Name": .text("x"), "Fqdn": .text("a.example"), "TlsCertificateName": .null,
            "RequireTLS": .flag(true),
        ])
        #expect(ExportedKind(object) == nil)
    }

    @Test func doesNotTakeAnotherTypeForItsProperties() {
        let type = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ForeignConnector"
        #expect(ExportedKind(.forged(["AddressSpaces": .null], type: type)) == nil)
    }
}
