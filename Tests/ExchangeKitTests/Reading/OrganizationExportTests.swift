import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct OrganizationExportTests {
    @Test func takesAnAcceptedDomainByItsDomainAndNotByItsName() {
        let domain = AcceptedDomain(
            .forged([
                "DomainName": .named("*.contoso.local"), "DomainType": .enumeration("InternalRelay", 2),
                "Name": .text("Contoso Wild"),
            ])
        )
        #expect(domain?.domainName == "*.contoso.local")
        #expect(domain?.domainType == "InternalRelay")
        #expect(AcceptedDomain(.forged(["Name": .text("contoso.com")])) == nil)
    }

    @Test func putsAStarBeforeADomainWhoseSubdomainsAreMeant() {
        let domain = AcceptedDomain(
            .forged(["DomainName": .text("a.example"), "MatchSubDomains": .flag(true)])
        )
        #expect(domain?.domainName == "*.a.example")
    }

    @Test func readsTheHybridConfiguration() {
        let hybrid = HybridConfiguration(
            .forged([
                "TlsCertificateName": .named("<I>CN=Alpha CA<S>CN=mail.contoso.com"),
                "SendingTransportServers": .list([.named("ex-02")], isCut: false),
                "EdgeTransportServers": .list([], isCut: false),
            ])
        )
        #expect(hybrid.tlsCertificateName == .value("<I>CN=Alpha CA<S>CN=mail.contoso.com"))
        #expect(hybrid.sendingTransportServers == .value(["ex-02"]))
        #expect(hybrid.edgeTransportServers == .empty)
        #expect(hybrid.receivingTransportServers == .notExported)
    }

    @Test func readsServersAndTheirTransportServices() {
        let transport = TransportServer(
            .forged(["Name": .text("EX01"), "InternalTransportCertificateThumbprint": .text("abcd")])
        )
        #expect(transport?.internalTransportCertificateThumbprint == .value("ABCD"))
        let server = ExchangeServer(
            .forged([
                "Name": .text("EX01"), "Fqdn": .text("ex01.contoso.com"),
                "ServerRole": .enumeration("Mailbox", 16_439),
                "AdminDisplayVersion": .named("Version 15.2 (Build 1748.10)"),
            ])
        )
        #expect(server?.fqdn == .value("ex01.contoso.com"))
        #expect(server?.version == "Version 15.2 (Build 1748.10)")
        #expect(server?.role == "Mailbox")
    }
}
