import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// Connectors as Microsoft's own exports have them.
struct ConnectorExportTests {
    @Test func readsASendConnector() throws {
        let connector = try #require(
            SendConnector(
                .forged([
                    "Name": .text("Mail to O365"), "Fqdn": .null, "TlsAuthLevel": .null,
                    "Enabled": .flag(true),
                    "TlsCertificateName": .named("<I>CN=localhost<S>CN=localhost"),
                    "RequireTLS": .flag(false),
                    "SmartHosts": .list([.named("a.mail.protection.outlook.com")], isCut: false),
                    "AddressSpaces": .list([.named("SMTP:*;1")], isCut: false),
                    "SourceTransportServers": .list([.named("EX01")], isCut: false),
                    "CloudServicesMailEnabled": .flag(true),
                ])
            )
        )
        #expect(connector.name == "Mail to O365")
        #expect(connector.fqdn == .empty)
        #expect(connector.tlsAuthLevel == .empty)
        #expect(connector.tlsDomain == .notExported)
        #expect(connector.tlsCertificateName == .value("<I>CN=localhost<S>CN=localhost"))
        #expect(connector.requireTLS == false)
        #expect(connector.smartHosts == .value(["a.mail.protection.outlook.com"]))
        #expect(connector.addressSpaces == .value(["SMTP:*;1"]))
        #expect(connector.sourceTransportServers == .value(["EX01"]))
        #expect(connector.cloudServicesMailEnabled == true)
        #expect(connector.frontendProxyEnabled == nil)
    }

    @Test func isNoConnectorWithoutAName() {
        #expect(SendConnector(.forged(["AddressSpaces": .text("SMTP:*;1")])) == nil)
        #expect(ReceiveConnector(.forged(["Bindings": .text("0.0.0.0:25")])) == nil)
        #expect(InboundConnector(.forged([:])) == nil)
        #expect(OutboundConnector(.forged([:])) == nil)
    }

    @Test func readsAReceiveConnector() throws {
        let connector = try #require(
            ReceiveConnector(
                .forged([
                    "AuthMechanism": .enumeration("Tls, Integrated, BasicAuth", 7),
                    "Identity": .named("EX01\\Default Frontend EX01"), "Server": .named("EX01"),
                    "TransportRole": .enumeration("FrontendTransport", 16_384),
                    "Fqdn": .named("ex01.contoso.com"), "TlsDomainCapabilities": .list([], isCut: false),
                ])
            )
        )
        #expect(connector.identity == "EX01\\Default Frontend EX01")
        #expect(connector.server == "EX01")
        #expect(connector.transportRole == "FrontendTransport")
        #expect(connector.authMechanism == .value(["Tls", "Integrated", "BasicAuth"]))
        #expect(connector.tlsDomainCapabilities == .empty)
        #expect(connector.tlsCertificateName == .notExported)
    }

    @Test func knowsTheNumbersOfJSONThatWereSeenBesideTheirWords() throws {
        let connector = try #require(
            ReceiveConnector(
                .forged([
                    "Identity": .text("EX01\\A"), "AuthMechanism": .integer(31),
                    "TransportRole": .integer(32),
                ])
            )
        )
        #expect(
            connector.authMechanism
                == .value(["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"])
        )
        #expect(connector.transportRole == "HubTransport")
        let other = ReceiveConnector(.forged(["Identity": .text("EX01\\A"), "AuthMechanism": .integer(64)]))
        #expect(other?.authMechanism == .notExported)
    }

    @Test func namesAReceiveConnectorByServerAndName() {
        let whole = ReceiveConnector(.forged(["Name": .text("Relay"), "Server": .text("EX02")]))
        #expect(whole?.identity == "EX02\\Relay")
        let identity = ReceiveConnector(.forged(["Identity": .text("EX03\\Relay")]))
        #expect(identity?.server == "EX03")
    }

    @Test func readsExchangeOnlinesConnectors() {
        let inbound = InboundConnector(
            .forged([
                "Name": .text("Inbound from x"), "ConnectorType": .text("OnPremises"),
                "TlsSenderCertificateName": .text("*.contoso.com"), "SenderDomains": .texts("smtp:*;1"),
            ])
        )
        #expect(inbound?.connectorType == "OnPremises")
        #expect(inbound?.tlsSenderCertificateName == .value("*.contoso.com"))
        #expect(inbound?.senderDomains == .value(["smtp:*;1"]))
        let outbound = OutboundConnector(
            .forged([
                "Name": .text("Outbound to x"), "TlsSettings": .text("DomainValidation"),
                "TlsDomain": .text("*.contoso.com"),
            ])
        )
        #expect(outbound?.tlsSettings == .value("DomainValidation"))
        #expect(outbound?.tlsDomain == .value("*.contoso.com"))
        #expect(outbound?.smartHosts == .notExported)
    }
}
