import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ConnectorStepsTests {
    private let fixture = RenewalFixture()

    @Test func writesTheLinesOfTheConnectorsThatNameTheOldOne() throws {
        let new = fixture.renewal(by: fixture.rotated)
        let comparison = try fixture.compare(to: new, inventory: fixture.inventory())
        #expect(comparison.answer == .doThis)
        #expect(comparison.steps.map(\.reason) == [.intermediates, .connectors])
        let name = "'<I>CN=Public CA 2<S>CN=mail.contoso.com'"
        #expect(
            comparison.commands.filter { $0.hasPrefix("Set-") } == [
                "Set-SendConnector -Identity 'Outbound to Office 365' -TlsCertificateName \(name) -RequireTLS $true",
                "Set-ReceiveConnector -Identity 'EX01\\Default Frontend EX01' -TlsCertificateName \(name)",
            ]
        )
        #expect(comparison.steps.last?.message.contains("the CA changed its issuing certificate") == true)
    }

    @Test func namesTheIntermediateThatTheOldOneDidNotNeed() throws {
        let comparison = try fixture.compare(to: fixture.renewal(by: fixture.rotated))
        #expect(comparison.differing.isSuperset(of: [.issuer, .tlsCertificateName, .path]))
        #expect(!comparison.differing.contains(.root))
        #expect(comparison.steps.first?.message.contains("\"CN=Public CA 2\"") == true)
    }

    @Test func writesGenericLinesWithoutAnInventory() throws {
        let comparison = try fixture.compare(to: fixture.renewal(by: fixture.rotated))
        #expect(comparison.commands.contains { $0.hasPrefix("Set-SendConnector -Identity '<name>' ") })
        #expect(comparison.commands.contains { $0.hasPrefix("Set-ReceiveConnector -Identity '<server>\\") })
    }

    @Test func writesNoLineWhereNoConnectorNamesTheOldOne() throws {
        var inventory = try fixture.inventory()
        inventory.sendConnectors.removeFirst()
        inventory.receiveConnectors = []
        let comparison = try fixture.compare(to: fixture.renewal(by: fixture.rotated), inventory: inventory)
        #expect(!comparison.steps.contains { $0.reason == .connectors })
    }

    @Test func quotesANameThatPowerShellWouldExpand() throws {
        let new = fixture.renewal {
            $0.subject = [("CN", "mail.contoso.com"), ("O", "O'Brien $(Get-Item x) Ltd")]
        }
        let comparison = try fixture.compare(to: new, inventory: fixture.inventory())
        #expect(comparison.commands.first?.contains("O''Brien $(Get-Item x) Ltd") == true)
    }

    @Test func runsTheWizardWhereTheHybridConfigurationNamesTheOldOne() throws {
        var inventory = try fixture.inventory()
        var configuration = HybridConfiguration(place: ExchangeObjectPlace(path: "x", line: 1))
        configuration.tlsCertificateName = inventory.sendConnectors[0].tlsCertificateName
        inventory.hybridConfiguration = configuration
        let comparison = try fixture.compare(to: fixture.renewal(by: fixture.rotated), inventory: inventory)
        #expect(comparison.steps.last?.remedies.last?.goal.contains("run the wizard") == true)
    }

    @Test func warnsOfANewNameWithoutASubject() throws {
        let comparison = try fixture.compare(to: fixture.renewal { $0.subject = [] })
        let dangers = comparison.steps.flatMap(\.remedies).flatMap(\.dangers)
        #expect(dangers.contains { $0.contains("has no subject") })
    }
}
