import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("ChoiceByFqdn")
struct ChoiceByFqdnTests {
    private let store = SelectionFixture()

    @Test func leavesOutWhatIsBelowVersion3() throws {
        let old = try store.issued(from: "20260601000000Z", version: 1)
        let good = try store.issued()
        let choice = SelectionFixture.inbound([old, good])
        #expect(choice.presented == good)
        #expect(choice.step(.version3)?.dropped.map(\.thumbprint) == [old.installed.thumbprint])
    }

    @Test func leavesOutWhatHasNoKeyAndSaysWhatIsNotExported() throws {
        let good = try store.issued()
        let keyless = try store.issued(from: "20260601000000Z").with { $0.hasPrivateKey = false }
        #expect(SelectionFixture.inbound([good, keyless]).presented == good)
        let choice = SelectionFixture.inbound([good.with { $0.hasPrivateKey = nil }])
        #expect(choice.presented != nil)
        #expect(choice.remarks.contains { $0.contains("private key") })
    }

    @Test func leavesOutWhatIsNotForSmtpAndTellsOfTheNote() throws {
        let good = try store.issued()
        let newer = try store.issued(from: "20260601000000Z", services: [.iis])
        let older = try store.issued(from: "20250601000000Z", services: [.iis])
        let choice = SelectionFixture.inbound([good, newer])
        #expect(choice.presented == good)
        #expect(choice.remarks.contains { $0.contains("not enabled for SMTP") })
        #expect(SelectionFixture.inbound([good, older]).remarks.isEmpty)
        #expect(SelectionFixture.inbound([newer]).isNone)
    }

    @Test func isUndecidedOnlyWhereUnknownServicesMatter() throws {
        let good = try store.issued()
        let newer = try store.issued(from: "20260601000000Z", services: nil)
        let older = try store.issued(from: "20250601000000Z", services: nil)
        let choice = SelectionFixture.inbound([good, newer])
        #expect(Set(choice.possible) == [good, newer])
        #expect(choice.reason.contains("services"))
        #expect(SelectionFixture.inbound([good, older]).presented == good)
        #expect(SelectionFixture.inbound([newer]).possible == [newer])
    }

    @Test func isUndecidedOnlyWhereUnknownStandingMatters() throws {
        let good = try store.issued()
        let newer = try store.issued(
            from: "20260601000000Z",
            standing: .unknown(reason: "no CRL was reached")
        )
        let older = try store.issued(
            from: "20250601000000Z",
            standing: .unknown(reason: "no CRL was reached")
        )
        #expect(Set(SelectionFixture.inbound([good, newer]).possible) == [good, newer])
        #expect(SelectionFixture.inbound([good, newer]).reason.contains("no CRL was reached"))
        #expect(SelectionFixture.inbound([good, older]).presented == good)
    }

    @Test func isUndecidedOnlyWhereCutNamesMatter() throws {
        let good = try store.issued()
        func cut(_ start: Int64) -> SelectionCandidate {
            var installed = InstalledFixture.named("AA", issuer: "CN=CA", subject: "CN=www.contoso.com")
            installed.services = .smtp
            installed.reportedNotBefore = ReportedTime(
                text: "",
                readings: [Instant(seconds: start)],
                hasZone: true
            )
            installed.reportedNotAfter = ReportedTime(
                text: "",
                readings: [Instant(seconds: 1_900_000_000)],
                hasZone: true
            )
            return SelectionCandidate(installed, standing: .valid)
        }
        let newer = cut(1_780_000_000)
        #expect(Set(SelectionFixture.inbound([good, newer]).possible) == [good, newer])
        #expect(SelectionFixture.inbound([good, cut(1_700_000_000)]).presented == good)
        let whole = newer.with { $0.domains = ["www.contoso.com", "contoso.com"] }
        #expect(SelectionFixture.inbound([good, whole]).presented == good)
        let named = newer.with { $0.subject = "CN=mail.contoso.com" }
        #expect(SelectionFixture.inbound([good, named]).presented == named)
    }

    @Test func dropsWhatIsNotValidAndIsThenLessSure() throws {
        let good = try store.issued()
        let bad = try store.issued(from: "20260601000000Z", standing: .invalid(reason: "it is revoked"))
        let choice = SelectionFixture.inbound([good, bad])
        #expect(choice.presented == good)
        #expect(choice.certainty == .stated)
        #expect(choice.step(.firstValidPki)?.dropped.first?.reason == "it is revoked")
        let older = try store.issued(from: "20250601000000Z", standing: .invalid(reason: "it is revoked"))
        #expect(SelectionFixture.inbound([good, older]).certainty == .documented)
        #expect(SelectionFixture.inbound([bad]).isNone)
    }

    @Test func takesTheSelfSignedOnlyWhereNothingElseIsLeft() throws {
        let good = try store.issued(from: "20250601000000Z")
        let newest = try store.selfSigned(from: "20260801000000Z")
        let older = try store.selfSigned(from: "20260301000000Z")
        #expect(SelectionFixture.inbound([newest, good, older]).presented == good)
        let choice = SelectionFixture.inbound([older, newest])
        #expect(choice.presented == newest)
        #expect(choice.step(.firstSelfSigned) != nil)
        #expect(choice.runnersUp == [older])
    }

    @Test func presentsAnExpiredCertificateAndSaysSo() throws {
        let expired = try store.issued(from: "20250101000000Z", to: "20260101000000Z")
        let choice = SelectionFixture.inbound([expired])
        #expect(choice.presented == expired)
        #expect(choice.remarks.contains { $0.contains("12016") })
    }

    @Test func isUndecidedBetweenAnExpiredAndAnotherCertificate() throws {
        let expired = try store.issued(from: "20260301000000Z", to: "20260601000000Z")
        let older = try store.issued()
        let choice = SelectionFixture.inbound([expired, older])
        #expect(Set(choice.possible) == [expired, older])
        #expect(choice.reason.contains("expired"))
        let selfSigned = try store.selfSigned()
        #expect(Set(SelectionFixture.inbound([expired, selfSigned]).possible) == [expired, selfSigned])
        let newer = try store.issued(from: "20260701000000Z")
        #expect(SelectionFixture.inbound([expired, newer]).presented == newer)
        let longExpired = try store.issued(from: "20250301000000Z", to: "20250601000000Z")
        #expect(SelectionFixture.inbound([expired, longExpired]).presented == expired)
    }

    @Test func countsACertificateWhoseExpiryIsNotKnownAsPossiblyExpired() throws {
        let older = try store.issued()
        let newer = try store.issued(from: "20260601000000Z").with {
            $0.reportedNotBefore = ReportedTime(
                text: "",
                readings: [Instant.test("2026-06-01T00:00:00Z")],
                hasZone: true
            )
            $0.domains = ["mail.contoso.com", "contoso.com"]
            $0.certificate = nil
        }
        let choice = SelectionFixture.inbound([older, newer])
        #expect(Set(choice.possible) == [older, newer])
        #expect(choice.reason.contains("expired"))
        let lasting = newer.with {
            $0.reportedNotAfter = ReportedTime(
                text: "",
                readings: [Instant.test("2027-06-01T00:00:00Z")],
                hasZone: true
            )
        }
        #expect(SelectionFixture.inbound([older, lasting]).presented == lasting)
    }

    @Test func isUndecidedAboutACertificateThatIsNotYetValid() throws {
        let future = try store.issued(from: "20261101000000Z")
        let good = try store.issued()
        #expect(Set(SelectionFixture.inbound([future, good]).possible) == [future, good])
    }

    @Test func isUndecidedBetweenEquals() throws {
        let one = try store.issued()
        let other = try store.issued(by: store.internalRoot)
        let choice = SelectionFixture.inbound([one, other])
        #expect(Set(choice.possible) == [one, other])
        #expect(choice.reason.contains("most recent Valid from"))
    }

    @Test func remarksOnAWildcardOnlyBeforeAnExactName() throws {
        let wildcard = try store.issued("*.contoso.com", from: "20260601000000Z")
        let exact = try store.issued()
        let choice = SelectionFixture.inbound([wildcard, exact])
        #expect(choice.presented == wildcard)
        #expect(choice.remarks.contains { $0.contains("wildcard") })
        let newest = try store.issued(from: "20260801000000Z")
        #expect(SelectionFixture.inbound([wildcard, newest]).presented == newest)
        #expect(SelectionFixture.inbound([wildcard, newest]).remarks.isEmpty)
        #expect(SelectionFixture.inbound([try store.issued("*.example.com")]).isNone)
        let deep = SelectionFixture.receive(fqdn: .value("mail.eu.contoso.com"))
        #expect(SelectionFixture.inbound([wildcard], deep).isNone)
    }

    @Test func readsTheCommonNameToo() throws {
        let onlyCommon = try store.issued(names: ["www.contoso.com"])
        #expect(SelectionFixture.inbound([onlyCommon]).presented == onlyCommon)
    }

    @Test func countsACertificateThatIsExportedTwiceOnce() throws {
        let good = try store.issued()
        let poorer = good.with {
            $0.status = nil; $0.hasPrivateKey = nil
        }
        let choice = SelectionFixture.inbound([poorer, good])
        #expect(choice.presented == good)
        #expect(choice.remarks.contains { $0.contains("more than once") })
    }
}
