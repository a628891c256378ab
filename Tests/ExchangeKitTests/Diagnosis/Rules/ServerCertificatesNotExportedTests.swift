import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ServerCertificatesNotExportedTests {
    private let rule = ServerCertificatesNotExported()

    @Test func isSilentWhereEveryServersCertificatesAreThere() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
    }

    @Test func asksForTheServerThatIsMissingAndForNoOther() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].severity == .warning)
        #expect(found[0].message.hasPrefix("the certificates of EX02.contoso.local were not exported: "))
        #expect(found[0].message.contains("Send connector \"Outbound to Office 365\""))
        #expect(found[0].message.contains("Receive connector \"EX02\\Default Frontend EX02\""))
        #expect(found[0].concerns.count == 3)
        #expect(
            found[0].commands == [
                """
                Get-ExchangeCertificate -Server 'EX02.contoso.local' | Export-Clixml -Path \
                'certificates-EX02.contoso.local.xml'
                """
            ]
        )
        #expect(found[0].dangers.contains { $0.contains("run the shell as administrator") })
    }

    @Test func sendsAnAdministratorToTheEdgeServerItself() throws {
        var fixture = try SituationFixture()
        var edge = ExchangeServer(name: "EDGE01", place: SituationFixture.place)
        edge.role = "Edge"
        fixture.inventory.servers.append(edge)
        fixture.changeSend { $0.sourceTransportServers = .value(["EDGE01"]) }
        let found = try fixture.findings(rule)
        try #require(found.count == 1)
        #expect(found[0].message.contains("it is an Edge Transport server"))
        #expect(
            found[0].commands == ["Get-ExchangeCertificate | Export-Clixml -Path 'certificates-EDGE01.xml'"]
        )
        #expect(try fixture.diagnosis().situation.outbound.allSatisfy { !$0.isBroken && $0.isUnsettled })
    }

    @Test func passesOverServersThatCarryNoHybridMail() throws {
        var fixture = try SituationFixture()
        fixture.inventory.receiveConnectors.append(
            SituationFixture.frontEnd(on: "EX02", naming: fixture.mailName)
        )
        fixture.inventory.receiveConnectors[1].tlsDomainCapabilities = .empty
        #expect(try fixture.findings(rule).isEmpty)
    }
}
