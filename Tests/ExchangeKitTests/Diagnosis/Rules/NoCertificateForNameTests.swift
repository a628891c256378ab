import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct NoCertificateForNameTests {
    private let rule = NoCertificateForName()

    @Test func isSilentWhereACertificateCoversTheName() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func isSilentWithoutAnyCertificateExported() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        fixture.inventory.certificates = []
        #expect(try fixture.findings(rule).isEmpty)
    }

    @Test func flagsANameThatNothingCovers() throws {
        var fixture = try SituationFixture()
        fixture.unpin(fqdn: "smtp.contoso.com")
        let found = try fixture.findings(rule)
        try #require(found.count == 2)
        #expect(found[0].severity == .error)
        #expect(found[0].certainty == .inferred)
        #expect(found[0].expectedError?.contains("5.7.64") == true)
        #expect(found[1].certainty == .documented)
        #expect(found[1].expectedError?.contains("event 12014") == true)
        #expect(found[1].message.contains("its Fqdn smtp.contoso.com"))
        #expect(found[1].message.contains("mail.contoso.com is another name of the same domain"))
        #expect(found[1].commands.contains { $0.contains("-TlsCertificateName") })
    }

    @Test func saysThatAWildcardCoversOneLabelOnly() throws {
        var fixture = try SituationFixture()
        try fixture.install(fixture.root.issue("*.contoso.com") { $0.key = .kept(.rsa(2_048)) })
        fixture.unpin(fqdn: "mail.eu.contoso.com")
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("covers one label only") == true)
    }

    @Test func saysWhyACertificateThatCoversTheNameFellOut() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].services = [.iis]
        fixture.unpin()
        let found = try fixture.findings(rule)
        #expect(found.first?.message.contains("covers it, but it is not enabled for SMTP") == true)
    }

    @Test func warnsOfAReceiveConnectorOutsideTheHybridMailFlow() throws {
        var fixture = try SituationFixture()
        fixture.unpin(fqdn: "smtp.contoso.com")
        fixture.changeReceive { $0.tlsDomainCapabilities = .empty }
        fixture.changeSend {
            $0.cloudServicesMailEnabled = false
            $0.tlsDomain = .empty
            $0.addressSpaces = .value(["smtp:*;1"])
        }
        let found = try fixture.findings(rule)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.concerns == [.receiveConnector("EX01\\Default Frontend EX01")])
    }
}
