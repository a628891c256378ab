import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// What every remedy owes whoever pastes it.
struct RemedyTests {
    private func all() throws -> [Remedy] {
        let fixture = try SituationFixture()
        let send = TransportConnector.send(fixture.inventory.sendConnectors[0])
        let receive = TransportConnector.receive(fixture.inventory.receiveConnectors[0])
        var bare = fixture.mail
        bare.services = [.iis]
        return [
            .pin(send, to: bare, on: nil), .pin(receive, to: fixture.mail, on: "EX01"), .clearName(of: send),
            .assignSmtp(to: fixture.mail.thumbprint, on: nil), .importCertificate(on: "EX01"),
            .renewInternalTransport(on: "EX01"),
            .remove([fixture.own], heldBy: send, keeping: fixture.mail), .drop(fixture.own),
            .installIntermediates(on: nil), .publicCertificate("mail.contoso.com"),
            .verify(send, name: "mail.contoso.com", on: nil), .verify(receive, name: nil, on: "EX01"),
            .restart(send), .restart(receive),
            .setSenderName(of: fixture.inventory.inboundConnectors[0], to: "contoso.com"),
            .setTlsDomain(of: fixture.inventory.outboundConnectors[0], to: "mail.contoso.com"),
            .runWizard("Run the Hybrid Configuration Wizard"),
        ]
    }

    @Test func neverForcesAnything() throws {
        for remedy in try all() {
            #expect(!remedy.commands.contains { $0.text().contains("-Force") }, "\(remedy.goal)")
            #expect(!remedy.commands.contains { $0.text().contains("-Confirm") }, "\(remedy.goal)")
        }
    }

    @Test func saysItsGoalAsASentenceAndItsDangersBehindIt() throws {
        for remedy in try all() {
            #expect(remedy.goal.first?.isUppercase == true, "\(remedy.goal)")
            #expect(!remedy.goal.hasSuffix("."), "\(remedy.goal)")
            #expect(!remedy.source.isEmpty, "\(remedy.goal)")
            #expect(!remedy.dangers.contains { $0.hasSuffix(".") }, "\(remedy.goal)")
        }
    }

    @Test func assignsSmtpBeforeAConnectorNamesTheCertificate() throws {
        let commands = try all()[0].commands.map { $0.text().prefix { $0 != " " } }
        #expect(commands == ["Enable-ExchangeCertificate", "$certificate", "Set-SendConnector"])
        #expect(try all()[0].dangers.contains(Danger.answerNo))
    }

    @Test func requiresTlsOnSendConnectorsOnly() throws {
        #expect(try all()[0].commands.last?.text().hasSuffix("-RequireTLS $true") == true)
        #expect(try all()[1].commands.last?.text().contains("RequireTLS") == false)
    }

    @Test func keepsANameFromAnExportWithinItsQuotes() {
        let connector = SendConnector(name: "x'; Remove-Item C:\\ #$(whoami)", place: SituationFixture.place)
        let text = Remedy.clearName(of: .send(connector)).commands.first?.text()
        #expect(
            text
                == "Set-SendConnector -Identity 'x''; Remove-Item C:\\ #$(whoami)' -TlsCertificateName $null"
        )
    }

    @Test func warnsOfTheEdgeSubscriptionWhereTheServerIsNotKnown() throws {
        #expect(try all()[0].dangers.contains(Danger.edgeSubscription))
        #expect(try !all()[1].dangers.contains(Danger.edgeSubscription))
    }
}
