import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("InboundStartTlsSelection")
struct InboundStartTlsSelectionTests {
    private let store = SelectionFixture()

    @Test func presentsTheOnlyCertificateThatPasses() throws {
        let good = try store.issued()
        let choice = SelectionFixture.inbound([try store.issued("www.contoso.com"), good])
        #expect(choice.presented == good)
        #expect(choice.certainty == .documented)
        #expect(choice.name == .connectorFqdn("mail.contoso.com"))
        #expect(choice.remarks.isEmpty)
        #expect(
            choice.steps.map(\.id) == [
                "auth-mechanism-contains-tls", "name-to-look-for", "subject-or-san-contains-name",
                "x509-version-3",
                "private-key", "enabled-for-smtp", "most-recent-valid-from", "first-valid-pki-certificate",
                "expiry-of-the-chosen",
            ]
        )
    }

    @Test func offersNothingWithoutTlsInAuthMechanism() throws {
        let good = try store.issued()
        for authentication in [Setting<[String]>.empty, .value(["ExchangeServer", "BasicAuthRequireTLS"])] {
            let choice = SelectionFixture.inbound(
                [good],
                SelectionFixture.receive(authentication: authentication)
            )
            #expect(choice.isNone)
            #expect(choice.reason.contains("AuthMechanism"))
        }
    }

    @Test func leavesOpenWhetherTlsIsOfferedWhereThatIsNotExported() throws {
        let good = try store.issued()
        let choice = SelectionFixture.inbound([good], SelectionFixture.receive(authentication: .notExported))
        #expect(choice.possible == [good])
        #expect(choice.reason.contains("AuthMechanism"))
        #expect(choice.certainty == .unknown)
    }

    @Test func saysThatADisabledConnectorPresentsNothing() throws {
        var connector = SelectionFixture.receive()
        connector.isEnabled = false
        #expect(
            SelectionFixture.inbound([try store.issued()], connector).reason == "the connector is disabled"
        )
        connector.isEnabled = nil
        let choice = SelectionFixture.inbound([try store.issued()], connector)
        #expect(choice.presented != nil)
        #expect(choice.remarks.count == 1)
    }

    @Test func looksForTlsCertificateNameThenFqdnThenTheServersName() throws {
        let pinned = try store.issued("pinned.contoso.com")
        let mail = try store.issued()
        let server = try store.issued("ex1.contoso.com")
        let all = [pinned, mail, server]
        let pin = SelectionFixture.pin(pinned)
        #expect(SelectionFixture.inbound(all, SelectionFixture.receive(name: pin)).presented == pinned)
        #expect(SelectionFixture.inbound(all).presented == mail)
        let bare = SelectionFixture.receive(fqdn: .empty)
        #expect(SelectionFixture.inbound(all, bare).presented == server)
        #expect(SelectionFixture.inbound(all, bare).name == .serverFqdn("ex1.contoso.com"))
    }

    @Test func saysWhichNameIsMissing() throws {
        let all = [try store.issued()]
        let noName = SelectionFixture.inbound(all, SelectionFixture.receive(name: .notExported))
        #expect(noName.reason.contains("TlsCertificateName was not exported"))
        #expect(noName.possible == all)
        #expect(
            SelectionFixture.inbound(all, SelectionFixture.receive(fqdn: .notExported)).reason
                .contains("Fqdn was not exported")
        )
        let noServer = SelectionFixture.inbound(all, SelectionFixture.receive(fqdn: .empty), server: nil)
        #expect(noServer.reason.contains("server's is not known"))
    }

    @Test func letsTheMoreRecentInternalCertificateWin() throws {
        let good = try store.issued(from: "20260101000000Z")
        let internalOne = try store.issued(from: "20260601000000Z", by: store.internalRoot)
        let choice = SelectionFixture.inbound([good, internalOne])
        #expect(choice.presented == internalOne)
        #expect(choice.runnersUp == [good])
        #expect(choice.certainty == .documented)
        let pinned = SelectionFixture.receive(name: SelectionFixture.pin(good))
        #expect(SelectionFixture.inbound([good, internalOne], pinned).presented == good)
    }

    @Test func namesEventAndReasonWhereNothingMatches() throws {
        let choice = SelectionFixture.inbound([try store.issued("www.contoso.com")])
        #expect(choice.isNone)
        #expect(choice.reason.contains("12014"))
        let drop = choice.step(.subjectOrSan)?.dropped.first
        #expect(drop?.reason == "none of its names is mail.contoso.com")
    }

    @Test func presentsNothingFromAnEmptyStore() { #expect(SelectionFixture.inbound([]).isNone) }
}

@Suite("OutboundTlsSelection")
struct OutboundTlsSelectionTests {
    private let store = SelectionFixture()

    @Test func letsTheMoreRecentInternalCertificateWinByInferenceOnly() throws {
        let good = try store.issued(from: "20260101000000Z")
        let internalOne = try store.issued(from: "20260601000000Z", by: store.internalRoot)
        let choice = SelectionFixture.outbound([good, internalOne])
        #expect(choice.presented == internalOne)
        #expect(choice.certainty == .inferred)
        #expect(choice.step(.mostRecentValidFrom)?.certainty == .inferred)
        let pinned = SelectionFixture.send(name: SelectionFixture.pin(good))
        let pinnedChoice = SelectionFixture.outbound([good, internalOne], pinned)
        #expect(pinnedChoice.presented == good)
        #expect(pinnedChoice.certainty == .stated)
    }

    @Test func looksForTheSourceServersNameWithoutAnFqdn() throws {
        let mail = try store.issued()
        let first = try store.issued("ex1.contoso.com")
        let bare = SelectionFixture.send(fqdn: .empty)
        #expect(SelectionFixture.outbound([mail, first], bare, server: "ex1.contoso.com").presented == first)
        #expect(SelectionFixture.outbound([mail, first], bare, server: "ex2.contoso.com").isNone)
        #expect(
            SelectionFixture.outbound([mail, first], bare, server: nil).reason.contains(
                "server's is not known"
            )
        )
    }

    @Test func usesNoneWithIgnoreStartTlsOrDisabled() throws {
        let mail = try store.issued()
        var connector = SelectionFixture.send()
        connector.ignoreSTARTTLS = true
        #expect(SelectionFixture.outbound([mail], connector).reason.contains("IgnoreSTARTTLS"))
        connector.ignoreSTARTTLS = nil
        #expect(SelectionFixture.outbound([mail], connector).presented == mail)
        connector.isEnabled = false
        #expect(SelectionFixture.outbound([mail], connector).reason == "the connector is disabled")
    }

    @Test func announcesThatANamedCertificateIsNotFound() throws {
        let connector = SelectionFixture.send(name: .value("<I>CN=Old CA<S>CN=gone.contoso.com"))
        let choice = SelectionFixture.outbound([try store.issued()], connector)
        #expect(choice.isNone)
        #expect(choice.reason.contains("454 4.7.5"))
        #expect(choice.certainty == .stated)
    }
}
