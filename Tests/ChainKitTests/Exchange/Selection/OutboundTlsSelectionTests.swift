import TestSupport
import Testing

@testable import ChainKit

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
