import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("InternalTransportSelection")
struct InternalTransportSelectionTests {
    private let store = SelectionFixture()

    private func choose(_ thumbprint: Setting<String>, _ candidates: [SelectionCandidate])
        -> InternalTransportChoice
    {
        InternalTransportSelection().choose(for: thumbprint, among: candidates, at: SelectionFixture.now)
    }

    @Test func findsTheCertificateByThumbprintWhateverItsNames() throws {
        let own = try store.selfSigned("EX1")
        let other = try store.issued()
        let choice = choose(.value(own.installed.thumbprint.lowercased()), [other, own])
        #expect(choice.outcome == .presented(own))
        #expect(choice.presented == own)
        #expect(choice.certainty == .documented)
        #expect(choice.event == nil)
        #expect(choice.steps.map(\.id).count == 3)
    }

    @Test func tellsTheEventOfEachFault() throws {
        let own = try store.selfSigned("EX1", from: "20200101000000Z", to: "20250101000000Z")
        #expect(choose(.empty, [own]).event == 12_012)
        #expect(choose(.value(String(repeating: "A", count: 40)), [own]).event == 12_013)
        let expired = choose(.value(own.installed.thumbprint), [own])
        #expect(expired.outcome == .presentedExpired(own))
        #expect(expired.event == 12_015)
        #expect(expired.presented == own)
    }

    @Test func knowsNothingWithoutTheThumbprint() throws {
        let choice = choose(.notExported, [try store.selfSigned()])
        #expect(choice.presented == nil)
        #expect(choice.certainty == .unknown)
    }

    @Test func isOfferedOnlyWithExchangeServerInAuthMechanism() {
        let selection = InternalTransportSelection()
        #expect(selection.isOffered(by: SelectionFixture.receive()) == true)
        #expect(selection.isOffered(by: SelectionFixture.receive(authentication: .value(["Tls"]))) == false)
        #expect(selection.isOffered(by: SelectionFixture.receive(authentication: .notExported)) == nil)
        var suppressed = SelectionFixture.receive()
        suppressed.suppressXAnonymousTls = true
        #expect(selection.isOffered(by: suppressed) == false)
    }
}
