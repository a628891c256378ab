import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("A change of an inventory")
struct InventoryChangeTests {
    @Test("that imports what is there already, or removes what is not, changes nothing")
    func changesNothing() throws {
        let fixture = try SituationFixture()
        let certificate = try #require(fixture.mail.certificate)
        let before = try fixture.diagnosis()
        for change in [
            InventoryChange.importing(certificate, services: [], from: SituationFixture.place),
            .removing(thumbprint: String(repeating: "0", count: 40)),
        ] {
            let changed = fixture.inventory.applying(change)
            #expect(changed == fixture.inventory)
            let after = try fixture.diagnostician().diagnose(changed, at: fixture.instant())
            #expect(DiagnosisDifference(from: before, to: after).isEmpty)
        }
    }

    @Test("that imports without services leaves a connector without a name as it was")
    func assignsNoService() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        let newer = try Certificate(der: Self.newer(fixture).der)
        let before = try fixture.diagnosis()
        let imported = fixture.inventory.applying(
            .importing(newer, services: [], from: SituationFixture.place)
        )
        let after = try fixture.diagnostician().diagnose(imported, at: fixture.instant())
        #expect(DiagnosisDifference(from: before, to: after).changes.isEmpty)
    }

    @Test("that imports an internal certificate for SMTP breaks unpinned connectors: KB 2888788, foretold")
    func foretellsTheKnowledgeBase() throws {
        var fixture = try SituationFixture()
        fixture.unpin()
        let newer = try Certificate(der: Self.newer(fixture).der)
        let before = try fixture.diagnosis()
        let imported = fixture.inventory.applying(
            .importing(newer, services: .smtp, from: SituationFixture.place)
        )
        var after = try fixture.diagnostician().diagnose(imported, at: fixture.instant())
        // An import says nothing of the server's own trust, so that the outcome stays open until that is known.
        let open = DiagnosisDifference(from: before, to: after)
        #expect(open.changes.count == 2)
        #expect(
            open.changes.allSatisfy {
                if case .undetermined = $0.after.choice.outcome { true } else { false }
            }
        )
        var trusted = imported
        for place in trusted.certificates.indices where trusted.certificates[place].certificate == newer {
            trusted.certificates[place].status = .valid
        }
        after = try fixture.diagnostician().diagnose(trusted, at: fixture.instant())
        let settled = DiagnosisDifference(from: before, to: after)
        #expect(!settled.changes.contains { !$0.breaks })
        #expect(settled.appeared.contains { $0.rule == "untrusted-certificate-wins" })
    }

    @Test("that removes the certificate that connectors name leaves them with nothing to present")
    func leavesNothing() throws {
        let fixture = try SituationFixture()
        let before = try fixture.diagnosis()
        let removed = fixture.inventory.applying(.removing(thumbprint: fixture.mail.thumbprint.lowercased()))
        let after = try fixture.diagnostician().diagnose(removed, at: fixture.instant())
        let difference = DiagnosisDifference(from: before, to: after)
        #expect(difference.changes.count == 2)
        #expect(difference.changes.allSatisfy { $0.breaks && $0.isOtherCertificate })
        #expect(difference.appeared.contains { $0.rule == "tls-certificate-name-dangling" })
    }

    @Test("on one server leaves the others as they are")
    func staysOnItsServer() throws {
        var fixture = try SituationFixture()
        fixture.addServer("EX02")
        let forged = fixture.root.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        try fixture.install(forged, on: "EX02")
        let changed = fixture.inventory.applying(
            .removing(thumbprint: try Certificate(der: forged.der).thumbprint.hexadecimal),
            on: ["ex01.contoso.local"]
        )
        #expect(changed.certificates.count == fixture.inventory.certificates.count)
    }

    private static func newer(_ fixture: SituationFixture) -> ForgedCertificate {
        fixture.internalRoot.issue("mail.contoso.com") {
            $0.key = .kept(.rsa(2_048))
            $0.notBefore = "20260401000000Z"
        }
    }
}
