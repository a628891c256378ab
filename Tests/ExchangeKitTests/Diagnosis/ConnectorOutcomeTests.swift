import Forges
import Reports
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("The outcome of a connector")
struct ConnectorOutcomeTests {
    private static func outcomes(_ fixture: SituationFixture) throws -> [String] {
        try fixture.diagnosis().situation.connectors.map(\.outcome.word)
    }

    @Test func isThatItWorksWhereNothingIsWrong() throws {
        #expect(try Self.outcomes(SituationFixture()) == ["works", "works"])
    }

    /// Whatever else is wrong with it: a connector that is off presents nothing, and nothing is to be typed for it.
    @Test func isThatItIsDisabled() throws {
        var fixture = try SituationFixture()
        fixture.changeSend {
            $0.isEnabled = false
            $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=gone.contoso.com")
            $0.tlsDomain = .value("mail.*.outlook.com")
            $0.requireTLS = false
        }
        let diagnosis = try fixture.diagnosis()
        #expect(diagnosis.situation.outbound.map(\.outcome) == [.disabled])
        #expect(diagnosis.situation.outbound.map(\.acceptance) == [.notConcerned])
        #expect(
            !diagnosis.findings.contains {
                $0.concerns.contains(.sendConnector("Outbound to Office 365", server: nil))
            }
        )
        let page = ExchangeText(toolVersion: "1", style: .plain).page(
            ExchangeReport(inputs: [], trust: "", files: [], diagnosis: diagnosis)
        )
        #expect(page.contains("DISABLED  Outbound to Office 365"))
        #expect(page.contains("WORKS  nothing is known to speak against the certificates of 1 connector"))
        #expect(page.contains("1 connector for Exchange Online is disabled"))
        #expect(!page.contains("to be seen"))
    }

    @Test func followsFromTheNameThatExchangeOnlineLooksFor() throws {
        var fixture = try SituationFixture()
        fixture.changeOutbound { $0.tlsDomain = .value("smtp.contoso.com") }
        let diagnosis = try fixture.diagnosis()
        let receiving = try #require(diagnosis.situation.inbound.first)
        #expect(receiving.outcome.isStops)
        #expect(receiving.acceptance.isRefused)
    }

    @Test func isThatItStopsWhereTlsFailsForWantOfSmtp() throws {
        var fixture = try SituationFixture()
        fixture.inventory.certificates[0].services = [.iis]
        #expect(try Self.outcomes(fixture) == ["stops", "stops"])
    }

    /// Nothing of another system's connector is held against this organisation.
    @Test(arguments: ["partner", "disabled", "other"])
    func doesNotDependOnConnectorsOfOthers(_ kind: String) throws {
        var fixture = try SituationFixture()
        fixture.changeInbound {
            $0.tlsSenderCertificateName = .value(kind == "other" ? "scanner.adatum.com" : "smtp.contoso.com")
            if kind == "partner" { $0.connectorType = "Partner" }
            if kind == "disabled" { $0.isEnabled = false }
        }
        fixture.changeOutbound {
            $0.tlsDomain = .value(kind == "other" ? "gateway.adatum.com" : "smtp.contoso.com")
            if kind == "partner" { $0.connectorType = "Partner" }
            if kind == "disabled" { $0.isEnabled = false }
        }
        let diagnosis = try fixture.diagnosis()
        #expect(diagnosis.situation.connectors.map(\.outcome.word) == ["works", "works"])
        #expect(diagnosis.count(.error) == 0)
    }

    @Test func needsOneOfSeveralOutboundConnectorsOnly() throws {
        var fixture = try SituationFixture()
        var other = fixture.inventory.outboundConnectors[0]
        other.name = "Outbound to the archive"
        other.tlsDomain = .value("archive.contoso.com")
        fixture.inventory.outboundConnectors.append(other)
        #expect(try Self.outcomes(fixture) == ["works", "works"])
    }

    /// A certificate that the server cannot present, or that Exchange Online refuses, is never the remedy.
    @Test func isNotMendedByACertificateThatIsUnfit() throws {
        var fixture = try SituationFixture()
        fixture.changeSend { $0.tlsCertificateName = .value("<I>CN=Old CA<S>CN=mail.contoso.com") }
        fixture.inventory.certificates[0].status = .revoked
        let found = try fixture.findings(TlsCertificateNameNearlyMatches())
        #expect(found.count == 1)
        #expect(!found.contains { $0.commands.contains { $0.contains("$certificate") } })
    }
}
