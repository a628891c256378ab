import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ComparerTests {
    private let fixture = RenewalFixture()

    @Test func callsARenewalUnderTheSameNameADropIn() throws {
        let comparison = try fixture.compare(to: fixture.renewal())
        #expect(comparison.answer == .dropIn)
        #expect(comparison.steps.isEmpty)
        #expect(comparison.differing == [.key, .validity])
        #expect(comparison.notes.contains { $0.contains("same TlsCertificateName") })
        #expect(!comparison.isKeyReused)
    }

    @Test func saysThatTheKeyIsReused() throws {
        let comparison = try fixture.compare(to: fixture.renewal { $0.key = fixture.key })
        #expect(comparison.answer == .dropIn)
        #expect(comparison.isKeyReused)
        #expect(comparison.notes.contains { $0.hasPrefix("the key is reused") })
    }

    @Test func asksForNamesThatAreLost() throws {
        let new = fixture.renewal(names: ["mail.contoso.com", "smtp.contoso.com"])
        let comparison = try fixture.compare(to: new, inventory: fixture.inventory())
        #expect(comparison.answer == .doThis)
        #expect(comparison.names.kept == ["mail.contoso.com"])
        #expect(comparison.names.gained == ["smtp.contoso.com"])
        #expect(comparison.names.lost == ["autodiscover.contoso.com"])
        #expect(comparison.steps.map(\.reason) == [.namesLost])
        #expect(
            comparison.steps.first?.message.contains("Receive connector \"EX01\\Default Frontend EX01\"")
                == true
        )
    }

    @Test func takesANameUnderAWildcardForCovered() throws {
        let comparison = try fixture.compare(to: fixture.renewal(names: ["*.contoso.com"]))
        #expect(comparison.names.lost.isEmpty)
        #expect(comparison.names.coveredByWildcard.count == 2)
        #expect(!comparison.steps.contains { $0.reason == .namesLost })
    }

    @Test func asksForATestWhereClientAuthIsLost() throws {
        let comparison = try fixture.compare(to: fixture.renewal { $0.extendedKeyUsage = ["serverAuth"] })
        #expect(comparison.answer == .doThis)
        #expect(comparison.steps.map(\.reason) == [.purposeLost])
        #expect(comparison.steps.first?.remedies.first?.certainty == .unknown)
        #expect(comparison.differing.contains(.extendedKeyUsage))
    }

    @Test func asksForKeyUsageThatIsLostOnlyWhereTheKeyCouldServeForIt() throws {
        let rsa = try fixture.compare(to: fixture.renewal { $0.keyUsage = [0] })
        #expect(rsa.steps.map(\.reason) == [.keyUsageLost])
        let elliptic = try fixture.compare(
            to: fixture.renewal {
                $0.key = .kept(.p256)
                $0.keyUsage = [0]
            }
        )
        #expect(!elliptic.steps.contains { $0.reason == .keyUsageLost })
    }

    @Test func refusesAnIneligibleOne() throws {
        let expired = fixture.renewal { $0.notAfter = "20260615000000Z" }
        let comparison = try fixture.compare(to: expired)
        #expect(comparison.answer == .doNotInstall)
        #expect(comparison.steps.contains { $0.message.hasPrefix("certificate-expired: ") })
        let elsewhere = try fixture.compare(to: fixture.renewal(names: ["mail.fabrikam.com"]))
        #expect(elsewhere.answer == .doNotInstall)
    }

    @Test func refusesAnAuthority() throws {
        #expect(try fixture.compare(to: fixture.rotated, domain: nil).answer == .doNotInstall)
    }

    @Test func warnsOfANewOneThatEndsFirst() throws {
        let comparison = try fixture.compare(to: fixture.renewal { $0.notAfter = "20261201000000Z" })
        #expect(comparison.steps.map(\.reason) == [.endsEarlier])
        #expect(comparison.steps.first?.remedies.first?.certainty == .stated)
    }

    @Test func passesOnWhatTheAuditWarnsOfAnew() throws {
        let comparison = try fixture.compare(to: fixture.renewal { $0.notAfter = "20260710000000Z" })
        #expect(comparison.answer == .doThis)
        #expect(comparison.steps.contains { $0.message.hasPrefix("certificate-expiring: ") })
    }

    @Test func needsBothCertificatesAmongTheFiles() throws {
        let comparer = Comparer(
            trust: .anchors(PrivateAnchors([])),
            time: try #require(Instant(rfc3339: "2026-07-01"))
        )
        let certificate = try Certificate(der: fixture.old.der)
        #expect(comparer.compare(certificate, to: certificate, files: []) == nil)
        let file = InputReader().read(fixture.old.der, path: "old.cer")
        let same = try #require(comparer.compare(certificate, to: certificate, files: [file]))
        #expect(same.notes == ["both are the same certificate"])
    }
}
